package dzvin.detector.core.count;

/**
 * What a merger may take.
 *
 * @param keys young keys of open views, and as many grown ones, that are remembered; beyond it results depend on the number of mergers
 * @param waitingBytes of batches that wait on the heap; what is beyond it waits in the merger's table alone, and results are the same
 */
public record MergerBounds(int keys, long waitingBytes) {
    /** Some 150 MB at the most. */
    private static final int KEYS = 200_000;

    /** Bounded in keys, and waiting on the heap as far as it goes: for tables that are there themselves. */
    public static final MergerBounds IN_MEMORY = waiting(Long.MAX_VALUE);

    /** The usual bound of keys. */
    public static MergerBounds waiting(long waitingBytes) {
        return new MergerBounds(KEYS, waitingBytes);
    }
}
