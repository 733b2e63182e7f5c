package dzvin.detector.streams.wire;

import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.count.TravellingCell;
import org.apache.kafka.common.serialization.Serde;

/** What a source partition tells: to the mergers by topic {@code cells-by-key}, of what is open by topic {@code open-cells}. */
public sealed interface FromPartition {
    /** How it is written. */
    Serde<FromPartition> SERDE = CodecSerde.of(new FromPartitionCodec());

    /** Index of the source partition. */
    int source();

    /** What one key counted there; goes to the merger of the key. */
    record Counted(int source, TravellingCell cell) implements FromPartition {}

    /** What one key has counted there so far in a bucket that is open; goes to the decision stage, and counts for nothing final. */
    record Open(int source, KeyCell cell) implements FromPartition {}

    /** No further cell is decided with this bucket or an earlier one; goes to every merger. */
    record ClosedThrough(int source, long bucket) implements FromPartition {}
}
