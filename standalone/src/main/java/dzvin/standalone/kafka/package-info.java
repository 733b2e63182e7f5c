/**
 * A real Apache Kafka in this JVM. {@link dzvin.standalone.kafka.EmbeddedKafka} takes a folder and a port and gives the
 * address of a broker whose data survive restarts and kills. Kafka's internal classes, which may change with every minor
 * release, are seen in this package only.
 */
package dzvin.standalone.kafka;
