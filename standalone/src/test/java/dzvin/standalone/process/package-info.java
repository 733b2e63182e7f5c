/** Java processes that tests start. */
package dzvin.standalone.process;
