/**
 * The detector on Kafka Streams. {@code DetectorApp} runs {@code DetectorTopology}, which reads as a table of contents: reports and
 * heartbeats go in, signals, campaigns and alerts come out. Nothing is counted or decided here; processors read state, ask
 * {@code core}, write state and forward.
 */
package dzvin.detector.streams;
