/**
 * Alerts as lines of JSON: {@code NdjsonFileChannel} appends to a file, each alert once, and {@code
 * NdjsonStreamChannel} writes to a stream such as standard output. A line is whole or it is not there; what was
 * written is never changed.
 */
package dzvin.sink.file;
