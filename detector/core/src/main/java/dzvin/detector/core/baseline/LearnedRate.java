package dzvin.detector.core.baseline;

import dzvin.detector.core.baseline.DayTally.Learned;

/**
 * What a key showed up to some hour, older counts weighing less: the counts, and the exposure in which they were counted. Each hour
 * is learned once and nothing is taken back, so that learning costs the same however long the past. Used by one thread.
 */
final class LearnedRate {
    private static final double CAP_IN_DEVIATIONS = 4;

    double shape;
    double exposure;
    long hour;
    double at;

    /**
     * @param hour from which on it learns
     * @param exposure before that hour, in which nothing was counted, already faded
     * @param at exposure from the beginning of time to that hour
     */
    LearnedRate(long hour, double exposure, double at) {
        this.hour = hour;
        this.exposure = exposure;
        this.at = at;
    }

    LearnedRate copy() {
        var copy = new LearnedRate(hour, exposure, at);
        copy.shape = shape;
        return copy;
    }

    /** Leaves out the hours before this one, for good. */
    void skipTo(long next, Exposure stream) {
        hour = Math.max(hour, next);
        at = stream.atHour(hour);
    }

    /** Where the hours of a rate are read from. */
    record Source(CountRing counts, Exposure stream, long bucketsPerHour) {}

    /**
     * Learns the hours before this one; single hours teach at most {@value #CAP_IN_DEVIATIONS} deviations.
     *
     * @param mean what was expected of an average hour
     * @param tally where dispersions are to be learned
     * @return dispersions with what these hours showed
     */
    Learned learn(long limit, Source source, double mean, HourTally tally, Learned dispersions) {
        var learned = dispersions;
        var stream = source.stream();
        double gained = 0;
        long next = hour;
        var counts = source.counts();
        for (int i = counts.placeOf(hour * source.bucketsPerHour());
                i < counts.size() && counts.bucket(i) < limit * source.bucketsPerHour(); ) {
            long busy = Math.floorDiv(counts.bucket(i), source.bucketsPerHour());
            long count = 0;
            while (i < counts.size() && Math.floorDiv(counts.bucket(i), source.bucketsPerHour()) == busy) {
                count += counts.count(i++);
            }
            double expected = mean * stream.ofHour(busy);
            learned = tally.busy(busy, count, expected, tally.quiet(next, busy, mean, stream, learned));
            gained += capped(count, expected, learned) * stream.keepOver(limit - busy);
            next = busy + 1;
        }
        learned = tally.quiet(next, limit, mean, stream, learned);
        double reached = stream.atHour(limit);
        fade(limit - hour, stream, Math.max(0, reached - at));
        shape += gained;
        hour = limit;
        at = reached;
        return learned;
    }

    private static double capped(long count, double expected, Learned learned) {
        double deviation = StrictMath.sqrt(learned.hour().variance(expected));
        return Math.min(count, expected + CAP_IN_DEVIATIONS * deviation + 2);
    }

    private void fade(long hours, Exposure stream, double gained) {
        double left = stream.keepOver(hours);
        shape *= left;
        exposure = exposure * left + gained * (1 - left) / (-stream.logKeepAnHour() * hours);
    }
}
