/**
 * What a process is made of. {@link dzvin.standalone.running.Running} starts parts in order, waits until the process is asked
 * to stop, and closes the parts in reverse order, also when a start fails half-way.
 */
package dzvin.standalone.running;
