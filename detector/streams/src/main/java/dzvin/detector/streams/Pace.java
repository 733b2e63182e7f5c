package dzvin.detector.streams;

import java.util.concurrent.atomic.LongAdder;

/**
 * Whether this process counts so many reports that each commit had better take in more of them. What changes a thousand times between two
 * commits is written once, and most of what waits for its bucket is never written when history is caught up with. Shared by all tasks
 * of a process.
 */
final class Pace {
    /** More than any desk is sent when nothing is caught up with; a commit each second then has enough to do. */
    private static final long MANY_PER_SECOND = 2_000;

    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long LOOK_AT_MILLIS = 250;

    private final LongAdder counted = new LongAdder();
    private long before;
    private long since = Long.MIN_VALUE;
    private boolean fast;

    void counted() {
        counted.increment();
    }

    /** By the last quarter of a second, or more if nobody has asked for longer. */
    synchronized boolean isFast(long nowMillis) {
        if (since == Long.MIN_VALUE) {
            begin(nowMillis);
        } else if (nowMillis - since >= LOOK_AT_MILLIS) {
            fast = (counted.sum() - before) * MILLIS_PER_SECOND > MANY_PER_SECOND * (nowMillis - since);
            begin(nowMillis);
        }
        return fast;
    }

    private void begin(long nowMillis) {
        before = counted.sum();
        since = nowMillis;
    }
}
