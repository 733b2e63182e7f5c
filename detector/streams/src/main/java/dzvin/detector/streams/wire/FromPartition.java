package dzvin.detector.streams.wire;

import dzvin.detector.core.count.CellBatch;
import dzvin.detector.core.count.KeyCell;
import org.apache.kafka.common.serialization.Serde;

/** What a source partition tells: to the mergers by topic {@code cells-by-key}, of what is open by topic {@code open-cells}. */
public sealed interface FromPartition {
    /** How it is written. */
    Serde<FromPartition> SERDE = CodecSerde.of(new FromPartitionCodec());

    /** Index of the source partition. */
    int source();

    /** What was counted there in keys of one merger, to which it goes. */
    record Counted(int source, int merger, CellBatch cells) implements FromPartition {}

    /** What one key has counted there so far in a bucket that is open; goes to the decision stage, and counts for nothing final. */
    record Open(int source, KeyCell cell) implements FromPartition {}

    /** No further cell is decided with this bucket or an earlier one; goes to every merger. */
    record ClosedThrough(int source, long bucket) implements FromPartition {}
}
