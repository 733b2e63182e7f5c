/** Java processes that tests start, and the machines that they make for them: with a small disk, a slow one, a wrong clock. */
package dzvin.standalone.process;
