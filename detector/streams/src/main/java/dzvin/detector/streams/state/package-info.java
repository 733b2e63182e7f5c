/**
 * Core's tables over Kafka Streams stores. {@code StoreTables} gives a stage the tables it asks for, walked in the same
 * order as tables in memory. No value is kept here that is not in its store as well.
 */
package dzvin.detector.streams.state;
