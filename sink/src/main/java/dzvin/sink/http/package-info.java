/**
 * The HTTP side of the sink: {@code SinkServer} serves the console, the API and the stream of events from the read
 * model. Requests never reach Kafka, and nothing is answered to a stranger but static files, health and metrics.
 */
package dzvin.sink.http;
