package dzvin.ingest.http;

import java.time.Duration;

/**
 * Lets so many reports a second through, with bursts up to the bucket's size. Time is an argument, in nanoseconds of any
 * clock that only goes on. Thread-safe.
 */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double size;
    private double tokens;
    private long filledAt;

    TokenBucket(int perSecond, int size, long now) {
        this.perSecond = perSecond;
        this.size = size;
        this.tokens = size;
        this.filledAt = now;
    }

    /** Takes tokens if there are enough; else says how long it takes until there are. */
    synchronized Duration takeOrWait(int wanted, long now) {
        tokens = Math.min(size, tokens + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
        if (wanted <= tokens) {
            tokens -= wanted;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((wanted - tokens) / perSecond * NANOS));
    }
}
