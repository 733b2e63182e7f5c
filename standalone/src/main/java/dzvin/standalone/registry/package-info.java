/**
 * A schema registry in this JVM. {@link dzvin.standalone.registry.EmbeddedRegistry} speaks Confluent's REST interface over
 * the compacted topic {@code _schemas}, in the layout of Confluent's own server, which could take over at any time: schemas
 * and their ids live and die with the records that carry them. It holds no state of its own.
 */
package dzvin.standalone.registry;
