package dzvin.detector.core.baseline;

/**
 * What is known of one key: its rate, learned with slow forgetting from counts that are old enough, and its latest counts, not
 * learned yet. While a surge holds the key, nothing of the time since the surge's onset is learned. Used by one thread.
 */
public final class KeyHistory {
    private static final double CAP_IN_DEVIATIONS = 4;
    /** A surge that has lasted so many hours is the new normal. */
    private static final long LONGEST_HOLD_HOURS = 28L * 24;

    final long firstHour;
    final CountRing counts;
    double shape;
    double exposure;
    long learnedHour;
    double learnedAt;
    long heldFrom = Long.MAX_VALUE;
    double dayCount;
    double dayExpected;
    long dayOf;

    /**
     * @param firstHour when the key was first seen
     * @param knownFrom hour from which its silence counts as knowledge: the beginning of the stream for a key of a closed
     *     view, its first sight for one of an open view
     * @param exposure exposure of the stream before {@code knownFrom} that the key was silent for, already faded
     * @param learnedAt exposure from the beginning of time to {@code knownFrom}
     */
    KeyHistory(long firstHour, long knownFrom, double exposure, double learnedAt, CountRing counts) {
        this.firstHour = firstHour;
        this.learnedHour = knownFrom;
        this.exposure = exposure;
        this.learnedAt = learnedAt;
        this.counts = counts;
        this.dayOf = Math.floorDiv(knownFrom, 24);
    }

    /** When the key was first seen. */
    public long firstHour() {
        return firstHour;
    }

    /** Learned counts, older ones weighing less. */
    public double shape() {
        return shape;
    }

    /** Exposure in which they were counted, older hours weighing less. */
    public double exposure() {
        return exposure;
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

    /** People counted before an hour that are not learned. */
    long unlearnedBefore(long hour, long bucketsPerHour) {
        return hour <= learnedHour ? 0 : counts.sumBetween(learnedHour * bucketsPerHour, hour * bucketsPerHour);
    }

    /** Counts people in a bucket. */
    public void count(long bucket, long people) {
        counts.add(bucket, (int) Math.min(Integer.MAX_VALUE, people));
    }

    /** Takes each bucket that counted something, from one, inclusive, to another, exclusive, with how many people. */
    public void forEachCount(long from, long to, BucketCounts action) {
        counts.forEach(from, to, action);
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

    /** From this hour on nothing is learned, until released. */
    public void holdFrom(long hour) {
        heldFrom = Math.min(heldFrom, hour);
    }

    /** The surge is over: learning goes on after this hour, what came before it is left out for good. */
    public void release(long hour, Exposure stream) {
        if (heldFrom != Long.MAX_VALUE) {
            learnedHour = Math.max(learnedHour, hour);
            learnedAt = stream.atHour(learnedHour);
            heldFrom = Long.MAX_VALUE;
        }
    }

    /**
     * Learns the hours before this one.
     *
     * @return the view's dispersion with what these hours showed
     */
    Learned learn(long before, Exposure stream, long bucketsPerHour, Rate rate, Learned dispersions) {
        long limit = heldFrom != Long.MAX_VALUE && before - heldFrom > LONGEST_HOLD_HOURS
                ? before
                : Math.min(before, heldFrom);
        var learned = dispersions;
        if (limit > learnedHour) {
            learned = learnUntil(limit, stream, bucketsPerHour, rate, dispersions);
        }
        counts.forgetBefore(learnedHour * bucketsPerHour);
        return learned;
    }

    private Learned learnUntil(long limit, Exposure stream, long bucketsPerHour, Rate rate, Learned dispersions) {
        var learned = dispersions;
        double mean = rate.mean();
        double reached = stream.atHour(limit);
        double gained = 0;
        long hour = learnedHour;
        double keep = stream.keepAnHour();
        for (int i = 0; i < counts.size() && counts.bucket(i) < limit * bucketsPerHour; ) {
            long busy = Math.floorDiv(counts.bucket(i), bucketsPerHour);
            long count = 0;
            while (i < counts.size() && Math.floorDiv(counts.bucket(i), bucketsPerHour) == busy) {
                count += counts.count(i++);
            }
            if (busy < learnedHour) {
                continue;
            }
            learned = quiet(hour, busy, mean, stream, learned);
            double expected = mean * stream.ofHour(busy);
            learned = day(busy, count, expected, learned.withHour(count, expected, 1));
            double variance = expected + learned.hour().value() * expected * expected;
            double capped = Math.min(count, expected + CAP_IN_DEVIATIONS * StrictMath.sqrt(variance) + 2);
            gained += capped * StrictMath.pow(keep, limit - busy);
            hour = busy + 1;
        }
        learned = quiet(hour, limit, mean, stream, learned);
        fade(limit - learnedHour, keep, Math.max(0, reached - learnedAt));
        shape += gained;
        learnedHour = limit;
        learnedAt = reached;
        return learned;
    }

    /** Hours without a count say something too. */
    private Learned quiet(long from, long to, double mean, Exposure stream, Learned dispersions) {
        long hours = to - from;
        if (hours <= 0) {
            return dispersions;
        }
        double expected = mean * Math.max(0, stream.atHour(to) - stream.atHour(from));
        var learned = dispersions.withHour(0, expected / hours, hours);
        long firstDay = Math.floorDiv(from, 24L);
        long lastDay = Math.floorDiv(to - 1, 24L);
        if (firstDay == lastDay) {
            return day(from, 0, expected, learned);
        }
        double anHour = expected / hours;
        learned = day(from, 0, anHour * ((firstDay + 1) * 24 - from), learned);
        if (lastDay - firstDay > 1) {
            learned = day((firstDay + 1) * 24, 0, 0, learned).withDay(0, anHour * 24, lastDay - firstDay - 1);
        }
        return day(lastDay * 24, 0, anHour * (to - lastDay * 24), learned);
    }

    private Learned day(long hour, double count, double expected, Learned dispersions) {
        long day = Math.floorDiv(hour, 24L);
        var learned = dispersions;
        if (day != dayOf) {
            learned = dayExpected > 0 ? learned.withDay(dayCount, dayExpected, 1) : learned;
            dayOf = day;
            dayCount = 0;
            dayExpected = 0;
        }
        dayCount += count;
        dayExpected += expected;
        return learned;
    }

    private void fade(long hours, double keep, double gained) {
        double left = StrictMath.pow(keep, hours);
        shape *= left;
        exposure = exposure * left + gained * (1 - left) / (-StrictMath.log(keep) * hours);
    }

    /** Takes buckets with the people they counted. */
    public interface BucketCounts {
        void take(long bucket, int people);
    }

    /** Where the rate of a key comes from, and how much is unsure of it. */
    public record Rate(double shape, double exposure) {
        /** Counts an average hour. */
        public double mean() {
            return shape / exposure;
        }
    }

    /** Dispersions of a view by the hour and by the day. */
    record Learned(Dispersion hour, Dispersion day) {
        static final Learned NOTHING = new Learned(Dispersion.NONE, Dispersion.NONE);

        Learned withHour(double count, double mean, double hours) {
            return mean > 0 ? new Learned(hour.with(count, mean, hours), day) : this;
        }

        Learned withDay(double count, double mean, double days) {
            return mean > 0 ? new Learned(hour, day.with(count, mean, days)) : this;
        }
    }
}
