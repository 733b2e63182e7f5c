package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import java.util.Objects;

/**
 * A cell on its way to a decision.
 *
 * @param closing the bucket that it is decided with; the cell's own one if it is on time, a later one if not
 */
public record TravellingCell(long closing, Arrival arrival, KeyCell cell) {
    /** How it is written in state and on topics. */
    public static final StateCodec<TravellingCell> CODEC = new TravellingCellCodec();

    public TravellingCell {
        Objects.requireNonNull(arrival, "arrival");
        boolean inTime = cell.bucket() == closing;
        if (cell.bucket() > closing || inTime != (arrival == Arrival.ON_TIME)) {
            throw new IllegalArgumentException(
                    "a cell on time is decided with its own bucket, others with a later one, got " + arrival
                            + " of bucket " + cell.bucket() + " with " + closing);
        }
    }

    /** A cell that is decided with its own bucket. */
    public static TravellingCell onTime(KeyCell cell) {
        return new TravellingCell(cell.bucket(), Arrival.ON_TIME, cell);
    }

    /** Sorts after all of earlier closing buckets; unique but for the source partition. */
    String tableKey() {
        return tableKey(closing, arrival, cell.bucket(), cell.key().text());
    }

    static String tableKey(long closing, Arrival arrival, long bucket, String key) {
        return SortedText.of(closing) + arrival.code() + SortedText.of(bucket) + key;
    }
}
