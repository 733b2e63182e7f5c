package dzvin.detector.core.count;

/** Where a merger's cells go. */
public interface MergerOutput {
    /** Everything that was counted in a key and bucket, over all source partitions; each once. */
    void cell(TravellingCell cell);

    /** Comes after all cells that are decided with the bucket or an earlier one, and never goes back. */
    void closed(BucketClosed closed);
}
