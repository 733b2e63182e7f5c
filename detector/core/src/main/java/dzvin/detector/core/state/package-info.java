/**
 * What stages remember. The mathematics asks a {@code Table} and does not know whether it is a map in memory or a Kafka
 * Streams store with a changelog.
 */
package dzvin.detector.core.state;
