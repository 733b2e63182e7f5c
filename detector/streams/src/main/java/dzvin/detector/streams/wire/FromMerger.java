package dzvin.detector.streams.wire;

import dzvin.detector.core.count.BucketClosed;
import dzvin.detector.core.count.CellBatch;
import dzvin.detector.core.count.KeyCell;
import org.apache.kafka.common.serialization.Serde;

/** What the decision stage is told: by mergers of what has closed, topic {@code closed-buckets}; of what is open, topic {@code open-cells}. */
public sealed interface FromMerger {
    /** How it is written. */
    Serde<FromMerger> SERDE = CodecSerde.of(new FromMergerCodec());

    /** What keys of one merger counted, each over all source partitions. */
    record Merged(int merger, CellBatch cells) implements FromMerger {}

    /** Comes after all cells that are decided with its bucket or an earlier one. */
    record Closed(BucketClosed mark) implements FromMerger {}

    /** What one key has counted so far in a bucket of a source partition that is open. */
    record Open(int source, KeyCell cell) implements FromMerger {}
}
