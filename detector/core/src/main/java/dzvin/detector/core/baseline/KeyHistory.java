package dzvin.detector.core.baseline;

import dzvin.detector.core.baseline.DayTally.Learned;

/**
 * What is known of one key: its rate, learned twice over with slow forgetting, and its latest counts, not learned yet. The
 * prompt rate is what short scales are held against; the rate before the longest scale's window is for scales that are longer than a
 * count waits to be learned, for a window must not be held against what it has itself brought. While a surge holds the key, nothing of
 * the time since the surge's onset is learned. Used by one thread.
 */
public final class KeyHistory {
    /** A surge that has lasted so many hours is the new normal. */
    private static final long LONGEST_HOLD_HOURS = 28L * 24;

    static final long NEVER = Long.MIN_VALUE;

    final long firstHour;
    final CountRing counts;
    final DayTally days;
    LearnedRate prompt;
    LearnedRate earlier;
    long heldFrom = Long.MAX_VALUE;
    /** Where the first of the holds began that a lasting rise has brought, one campaign after another. */
    long risenSince = NEVER;

    /**
     * @param firstHour when the key was first seen
     * @param prompt learned so far
     * @param earlier learned before the longest scale's window
     */
    KeyHistory(long firstHour, LearnedRate prompt, LearnedRate earlier, DayTally days, CountRing counts) {
        this.firstHour = firstHour;
        this.prompt = prompt;
        this.earlier = earlier;
        this.days = days;
        this.counts = counts;
    }

    /** When the key was first seen. */
    public long firstHour() {
        return firstHour;
    }

    /** The bucket that windows end with. */
    public long now() {
        return counts.now();
    }

    /** People counted over a scale. */
    public long people(int scale) {
        return counts.sum(scale);
    }

    /** People counted from one bucket, inclusive, to another, exclusive. */
    public long peopleBetween(long from, long to) {
        return counts.sumBetween(from, to);
    }

    /** How many people it is known by; those of long ago weigh less. */
    public double known(long bucketsPerHour) {
        return prompt.shape + counts.sumBetween(prompt.hour * bucketsPerHour, Long.MAX_VALUE);
    }

    /** People counted before an hour that a rate has not learned. */
    long unlearnedBefore(long hour, LearnedRate rate, long bucketsPerHour) {
        return hour <= rate.hour ? 0 : counts.sumBetween(rate.hour * bucketsPerHour, hour * bucketsPerHour);
    }

    /** Counts people in a bucket. */
    public void count(long bucket, long people) {
        counts.add(bucket, (int) Math.min(Integer.MAX_VALUE, people));
    }

    /** Takes each bucket that counted something, from one, inclusive, to another, exclusive, with how many people. */
    public void forEachCount(long from, long to, BucketCounts action) {
        counts.forEach(from, to, action);
    }

    /** Takes each hour that counted something, from one, inclusive, to another, exclusive, with how many people. */
    public void forEachHour(long from, long to, long bucketsPerHour, HourlyCounts action) {
        long first = from * bucketsPerHour;
        long end = to * bucketsPerHour;
        int i = counts.placeOf(first);
        while (i < counts.size() && counts.bucket(i) < end) {
            long hour = Math.floorDiv(counts.bucket(i), bucketsPerHour);
            long people = 0;
            while (i < counts.size() && Math.floorDiv(counts.bucket(i), bucketsPerHour) == hour) {
                people += counts.count(i++);
            }
            action.take(hour, people);
        }
    }

    /** Puts back what was counted in a bucket before a restart. */
    public void restore(long bucket, int people) {
        counts.restore(bucket, people);
    }

    /** Whether nothing of a bucket is remembered any more. */
    public boolean forgot(long bucket) {
        return counts.oldest() > bucket;
    }

    /** Moves the end of all windows. */
    public void moveTo(long bucket) {
        counts.moveTo(bucket);
    }

    /**
     * From this hour on nothing is learned, until released; what the prompt rate has learned of the time since is taken from it.
     *
     * @param mean what was expected of an average hour
     */
    void holdFrom(long hour, LearnedRate.Source source, double mean, Learned dispersions) {
        heldFrom = Math.min(heldFrom, hour);
        if (risenSince == NEVER) {
            risenSince = heldFrom;
        }
        if (isNewNormal(heldFrom)) {
            return;
        }
        if (prompt.hour > heldFrom && earlier.hour <= heldFrom) {
            prompt = earlier.copy();
            if (prompt.hour < heldFrom) {
                prompt.learn(heldFrom, source, mean, new HourTally(), dispersions);
            }
        }
    }

    /** Since its last campaign ended, the key has long been what it should be: what rises now is another rise. */
    public void calmed() {
        risenSince = NEVER;
    }

    /** The surge is over: learning goes on after this hour; what came between its onset and its end is left out for good. */
    public void release(long hour, Exposure stream) {
        releaseWhileHigh(hour, stream);
        calmed();
    }

    /** The same where the key is still above what it should be: if that lasts, it is the new normal, however often it is released meanwhile. */
    public void releaseWhileHigh(long hour, Exposure stream) {
        if (heldFrom != Long.MAX_VALUE) {
            earlier = prompt.hour > earlier.hour ? prompt.copy() : earlier;
            prompt.skipTo(hour, stream);
            earlier.skipTo(hour, stream);
            heldFrom = Long.MAX_VALUE;
        }
    }

    /** The hour that may be learned next to last, where all before one are old enough. */
    long limit(long before) {
        return heldFrom != Long.MAX_VALUE && isNewNormal(before) ? before : Math.min(before, heldFrom);
    }

    private boolean isNewNormal(long hour) {
        return risenSince != NEVER && hour - risenSince > LONGEST_HOLD_HOURS;
    }

    /** Forgets what both rates have learned and no scale holds. */
    void forgetLearned(long bucketsPerHour) {
        counts.forgetBefore(Math.min(prompt.hour, earlier.hour) * bucketsPerHour);
    }

    /** Takes buckets with the people they counted. */
    public interface BucketCounts {
        void take(long bucket, int people);
    }

    /** Takes hours with the people they counted. */
    public interface HourlyCounts {
        void take(long hour, long people);
    }

    /** Where the rate of a key comes from, and how much is unsure of it. */
    public record Rate(double shape, double exposure) {
        /** Counts an average hour. */
        public double mean() {
            return shape / exposure;
        }
    }
}
