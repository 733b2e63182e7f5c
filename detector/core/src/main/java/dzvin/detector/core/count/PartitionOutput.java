package dzvin.detector.core.count;

/** Where a source partition's counts go. */
public interface PartitionOutput {
    /** A cell of a bucket that has closed in this partition, or a late one; each cell once. */
    void cell(TravellingCell cell);

    /** Whether {@link #openCell} is wanted of the report that is counted next. */
    default boolean wantsOpenCells() {
        return false;
    }

    /** What a key of a closed view has counted so far in a bucket that is still open here; a later one has more in it. */
    default void openCell(KeyCell cell) {}

    /** No further cell is decided with this bucket or an earlier one. Comes after all of their cells, and never goes back. */
    void closedThrough(long bucket);
}
