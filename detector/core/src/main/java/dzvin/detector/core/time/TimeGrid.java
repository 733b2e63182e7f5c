package dzvin.detector.core.time;

import java.time.Duration;

/** Buckets and hours, both counted from the epoch. */
public final class TimeGrid {
    /** Milliseconds of an hour. */
    public static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final long bucketMillis;
    private final long bucketsPerHour;

    /** @param bucketMillis length of a bucket; divides an hour evenly */
    private TimeGrid(long bucketMillis) {
        if (bucketMillis <= 0 || HOUR_MILLIS % bucketMillis != 0) {
            throw new IllegalArgumentException("a bucket must divide an hour evenly, got " + bucketMillis + " ms");
        }
        this.bucketMillis = bucketMillis;
        this.bucketsPerHour = HOUR_MILLIS / bucketMillis;
    }

    /** The grid of buckets of this length. */
    public static TimeGrid of(Duration bucket) {
        return new TimeGrid(bucket.toMillis());
    }

    public long bucketsPerHour() {
        return bucketsPerHour;
    }

    /** How many whole buckets a length of time has. */
    public long buckets(Duration length) {
        return length.toMillis() / bucketMillis;
    }

    public long bucketOf(long epochMillis) {
        return Math.floorDiv(epochMillis, bucketMillis);
    }

    /** The hour that a bucket belongs to. */
    public long hourOf(long bucket) {
        return Math.floorDiv(bucket, bucketsPerHour);
    }

    public long firstBucketOf(long hour) {
        return hour * bucketsPerHour;
    }

    public long startMillis(long bucket) {
        return bucket * bucketMillis;
    }

    public long endMillis(long bucket) {
        return (bucket + 1) * bucketMillis;
    }
}
