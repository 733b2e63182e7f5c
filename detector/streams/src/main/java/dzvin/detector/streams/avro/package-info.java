/**
 * The border between the topics' Avro records and core's types. Reports go in, decisions come out; {@code ReportCodec} and
 * {@code AvroDecisions} are the only classes of the detector that see generated ones. Nothing here decides anything.
 */
package dzvin.detector.streams.avro;
