/**
 * From closed buckets to signals, campaigns and alerts, in one totally ordered stage. {@code DecisionStage} takes each bucket once
 * and answers with its decisions; the same buckets under the same policy give the same decisions, byte for byte.
 */
package dzvin.detector.core.decide;
