package dzvin.detector.core.time;

import java.time.Duration;

/**
 * Time cut into buckets of one length, counted from the epoch. A bucket holds its start and not its end.
 *
 * @param millis length of a bucket
 */
public record Buckets(long millis) {
    public Buckets {
        if (millis <= 0) {
            throw new IllegalArgumentException("a bucket must be longer than 0 ms, got " + millis);
        }
    }

    /** Buckets of this length. */
    public static Buckets of(Duration length) {
        return new Buckets(length.toMillis());
    }

    /** Index of the bucket that holds a time. */
    public long indexOf(long at) {
        return Math.floorDiv(at, millis);
    }

    /** First millisecond of a bucket. */
    public long start(long index) {
        return index * millis;
    }

    /** First millisecond after a bucket. */
    public long end(long index) {
        return (index + 1) * millis;
    }

    /** The newest bucket that ended by a time. */
    public long lastEndedBy(long at) {
        return indexOf(at) - 1;
    }

    /** How many buckets a stretch of time takes, rounded up. */
    public long within(Duration stretch) {
        return -Math.floorDiv(-stretch.toMillis(), millis);
    }
}
