package dzvin.bench.quality;

import java.util.Arrays;

/** Statistics of the methods that Watkins et al. 2008 compare, for each day; a day rings where its statistic passes a threshold. */
final class DailyPeers {
    private static final int EARS_DAYS = 7;
    private static final int EARS_LAG = 2;
    private static final int CUSUM_DAYS = 28;
    private static final double LEAST_DEVIATION = 0.2;
    private static final double OUT_OF_CONTROL = 3;
    private static final double AVERAGE_WEIGHT = 0.4;

    private DailyPeers() {}

    /** EARS C1 (Hutwagner et al. 2003): deviations above the mean of the seven days before. */
    static double[] c1(int[] counts) {
        return deviations(counts, 0);
    }

    /** EARS C2: the same with a gap of two days. */
    static double[] c2(int[] counts) {
        return deviations(counts, EARS_LAG);
    }

    /** Deviations above the mean of four weeks that end two days before. */
    static double[] zScore(int[] counts) {
        var values = new double[counts.length];
        for (int day = CUSUM_DAYS + EARS_LAG; day < counts.length; day++) {
            var moments = Moments.of(counts, day - EARS_LAG - CUSUM_DAYS, day - EARS_LAG);
            values[day] = (counts[day] - moments.mean()) / Math.max(LEAST_DEVIATION, moments.deviation());
        }
        return values;
    }

    /** Deviations of an exponentially weighted average above the mean of the same four weeks. */
    static double[] average(int[] counts) {
        var values = new double[counts.length];
        double smooth = counts.length == 0 ? 0 : counts[0];
        double shrink = StrictMath.sqrt(AVERAGE_WEIGHT / (2 - AVERAGE_WEIGHT));
        for (int day = 0; day < counts.length; day++) {
            smooth = AVERAGE_WEIGHT * counts[day] + (1 - AVERAGE_WEIGHT) * smooth;
            if (day >= CUSUM_DAYS + EARS_LAG) {
                var moments = Moments.of(counts, day - EARS_LAG - CUSUM_DAYS, day - EARS_LAG);
                values[day] = (smooth - moments.mean()) / (shrink * Math.max(LEAST_DEVIATION, moments.deviation()));
            }
        }
        return values;
    }

    /** ESSENCE's switch between a line and an average. */
    static double[] essence(int[] counts) {
        var values = new double[counts.length];
        for (int day = EssenceSwitch.FIRST; day < counts.length; day++) {
            values[day] = EssenceSwitch.exceedance(counts, day);
        }
        return values;
    }

    /** A plain threshold: the count itself. */
    static double[] count(int[] counts) {
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    /** EARS C3: what C2 showed beyond one deviation on this day and the two before. */
    static double[] c3(int[] counts) {
        var c2 = c2(counts);
        var sums = new double[counts.length];
        for (int day = EARS_LAG; day < counts.length; day++) {
            for (int back = 0; back <= EARS_LAG; back++) {
                sums[day] += Math.max(0, c2[day - back] - 1);
            }
        }
        return sums;
    }

    private static double[] deviations(int[] counts, int lag) {
        var values = new double[counts.length];
        for (int day = EARS_DAYS + lag; day < counts.length; day++) {
            var moments = Moments.of(counts, day - lag - EARS_DAYS, day - lag);
            values[day] = (counts[day] - moments.mean()) / Math.max(LEAST_DEVIATION, moments.deviation());
        }
        return values;
    }

    /**
     * Negative binomial CUSUM (Hawkins and Olwell 1998) with a moving baseline of 28 days by moments; out of control is the mean plus
     * three deviations, as in Watkins' better variant. It starts anew after an alarm, hence the threshold.
     */
    static double[] cusum(int[] counts, double threshold) {
        var values = new double[counts.length];
        double sum = 0;
        for (int day = CUSUM_DAYS + EARS_LAG; day < counts.length; day++) {
            var moments = Moments.of(counts, day - EARS_LAG - CUSUM_DAYS, day - EARS_LAG);
            double mean = Math.max(0.05, moments.mean());
            double variance = Math.max(1.01 * mean, moments.deviation() * moments.deviation());
            double size = mean * mean / (variance - mean);
            double raised = mean + OUT_OF_CONTROL * StrictMath.sqrt(variance);
            double reference = size
                    * StrictMath.log((size + raised) / (size + mean))
                    / StrictMath.log(raised * (size + mean) / (mean * (size + raised)));
            sum = Math.max(0, sum + counts[day] - reference);
            values[day] = sum;
            sum = sum > threshold ? 0 : sum;
        }
        return values;
    }
}
