/**
 * Reports in. {@link dzvin.ingest.IngestPipeline} turns what was told into a report or a reason, by pure steps that HTTP,
 * the operators' form and files share; accepted reports go to Kafka, rejected ones to the dead letters. A reporter's
 * contact never leaves this package: what follows sees a keyed hash.
 */
package dzvin.ingest;
