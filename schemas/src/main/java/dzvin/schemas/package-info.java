/**
 * What travels between the services: topics, Avro types, the Confluent wire format and the one client of the registry.
 * Every service reads and writes Kafka through this package alone. Nothing here knows what a report means.
 */
package dzvin.schemas;
