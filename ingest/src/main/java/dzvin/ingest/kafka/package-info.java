/**
 * Ingest's side of Kafka. Through {@link dzvin.ingest.kafka.ReportWriter} accepted reports go into the topic of reports
 * and rejected ones into the dead letters; {@link dzvin.ingest.kafka.Heartbeats} keeps every partition's time going while
 * nobody reports. A report counts as kept when all in-sync replicas have it, never before.
 */
package dzvin.ingest.kafka;
