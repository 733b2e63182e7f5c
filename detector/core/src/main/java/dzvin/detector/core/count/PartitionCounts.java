package dzvin.detector.core.count;

/**
 * What became of a source partition's reports: {@code counted + duplicate + late = accepted}, always.
 *
 * @param accepted reports read from the partition
 * @param counted in their own bucket
 * @param duplicate seen before within the dedup horizon
 * @param late came after their bucket had closed; counted apart
 */
public record PartitionCounts(long accepted, long counted, long duplicate, long late) {
    /** Nothing yet. */
    public static final PartitionCounts NONE = new PartitionCounts(0, 0, 0, 0);

    /** Both together. */
    public PartitionCounts plus(PartitionCounts other) {
        return new PartitionCounts(
                accepted + other.accepted, counted + other.counted, duplicate + other.duplicate, late + other.late);
    }

    PartitionCounts oneCounted() {
        return new PartitionCounts(accepted + 1, counted + 1, duplicate, late);
    }

    PartitionCounts oneDuplicate() {
        return new PartitionCounts(accepted + 1, counted, duplicate + 1, late);
    }

    PartitionCounts oneLate() {
        return new PartitionCounts(accepted + 1, counted, duplicate, late + 1);
    }
}
