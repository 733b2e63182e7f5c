/**
 * The command line: one class for each command, and {@link dzvin.standalone.command.CommandLines}, which puts them together.
 * A command reads its arguments and the configuration, wires what does the work, and prints; it decides nothing.
 */
package dzvin.standalone.command;
