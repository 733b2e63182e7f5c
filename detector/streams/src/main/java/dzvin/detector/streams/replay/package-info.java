/**
 * History through the same topology on the same Kafka, beside the live detector and without touching it. {@code ReplayRun} takes
 * reports and answers with what was rung; its topics, its group and its state are gone when it is closed.
 */
package dzvin.detector.streams.replay;
