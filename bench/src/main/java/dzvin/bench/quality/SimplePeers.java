package dzvin.bench.quality;

/** Plain detectors that offices use, on the current weeks of a weekly series. */
final class SimplePeers {
    private static final int RECENT = 8;
    private static final int GUARD = 2;
    private static final double DEVIATIONS = 3;
    private static final double EWMA_WEIGHT = 0.4;

    private SimplePeers() {}

    /** A fixed threshold: three deviations above the mean of all weeks before the current ones. */
    static boolean[] threshold(int[] counts) {
        int first = WeeklySeries.FIRST_CURRENT;
        var alarms = new boolean[WeeklySeries.WEEKS - first + 1];
        for (int i = 0; i < alarms.length; i++) {
            alarms[i] = isAbove(counts[first - 1 + i], counts, 0, first - 1, 1);
        }
        return alarms;
    }

    /** A z-score of the latest eight weeks but two. */
    static boolean[] score(int[] counts) {
        int first = WeeklySeries.FIRST_CURRENT;
        var alarms = new boolean[WeeklySeries.WEEKS - first + 1];
        for (int i = 0; i < alarms.length; i++) {
            int week = first - 1 + i;
            alarms[i] = isAbove(counts[week], counts, week - GUARD - RECENT, week - GUARD, 1);
        }
        return alarms;
    }

    /** An exponentially weighted moving average against the weeks before it, as the fallback of ESSENCE's switch. */
    static boolean[] average(int[] counts) {
        int first = WeeklySeries.FIRST_CURRENT;
        var alarms = new boolean[WeeklySeries.WEEKS - first + 1];
        double smooth = counts[first - RECENT];
        double shrink = StrictMath.sqrt(EWMA_WEIGHT / (2 - EWMA_WEIGHT));
        for (int week = first - RECENT; week < WeeklySeries.WEEKS; week++) {
            smooth = EWMA_WEIGHT * counts[week] + (1 - EWMA_WEIGHT) * smooth;
            if (week >= first - 1) {
                int to = week - GUARD;
                alarms[week - first + 1] = isAbove(smooth, counts, to - 4 * RECENT, to, shrink);
            }
        }
        return alarms;
    }

    private static boolean isAbove(double value, int[] counts, int from, int to, double shrink) {
        double sum = 0;
        double squares = 0;
        for (int week = from; week < to; week++) {
            sum += counts[week];
            squares += (double) counts[week] * counts[week];
        }
        double mean = sum / (to - from);
        double deviation = StrictMath.sqrt(Math.max(0.25, squares / (to - from) - mean * mean));
        return value > mean + DEVIATIONS * shrink * deviation;
    }
}
