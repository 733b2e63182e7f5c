package dzvin.detector.streams.wire;

import dzvin.detector.core.count.BucketClosed;
import dzvin.detector.core.count.TravellingCell;
import org.apache.kafka.common.serialization.Serde;

/** What a merger tells the decision stage: topic {@code closed-buckets}. */
public sealed interface FromMerger {
    /** How it is written. */
    Serde<FromMerger> SERDE = CodecSerde.of(new FromMergerCodec());

    /** Index of the merger. */
    int merger();

    /** What one key counted, over all source partitions. */
    record Merged(int merger, TravellingCell cell) implements FromMerger {}

    /** Comes after all cells that are decided with its bucket or an earlier one. */
    record Closed(BucketClosed mark) implements FromMerger {
        @Override
        public int merger() {
            return mark.merger();
        }
    }
}
