/**
 * Alerts and campaigns out: {@code SinkApp} reads them from Kafka, hands alerts to channels (webhook, file, standard
 * output), each its own consumer group with its own progress, retry and dead letters, and serves the API, the stream of
 * events and the console. An alert may reach a channel twice, always under the same key; none may ever be lost in
 * silence. No log line or metric holds a caller's number or a receiver's secret.
 */
package dzvin.sink;
