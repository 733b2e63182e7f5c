package dzvin.bench.quality;

import dzvin.detector.core.scan.NegativeBinomial;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The product's statistic on a weekly series: how often chance would bring as high a count, in windows of one to three weeks,
 * under a negative binomial whose size holds the key's variation and the baseline's own uncertainty.
 *
 * <p>{@link NegativeBinomial} and its tail are the product's. The rest is this bench's harness: the product learns hours of
 * the week, and here level, trend and season of the year are learned by Poisson regression on the weeks before the newest
 * {@value #GUARD}, past surges weighing less, as the product caps them.
 */
final class WeeklyDetector {
    private static final int LONGEST = 3;
    private static final double LEAST_MEAN = 0.01;
    private static final double LEAST_INVERSE = 1e-4;
    private static final double WEEKS_OF_A_YEAR = 52;
    private static final int REFIT = 13;
    private static final int GUARD = 8;
    private static final int MEMORY = 312;
    private static final int ROUNDS = 3;
    private static final int HARMONICS = 2;
    private static final double CAP_IN_DEVIATIONS = 2.6;

    private WeeklyDetector() {}

    /** For each current week: how many times a year chance brings what the week and those before it show. */
    static double[] perYear(int[] counts) {
        int first = WeeklySeries.FIRST_CURRENT;
        var rates = new double[WeeklySeries.WEEKS - first + 1];
        var fit = fit(counts, first);
        for (int week = first; week <= WeeklySeries.WEEKS; week++) {
            // The fit of a quarter ago has hardly aged, and there are many series.
            fit = (week - first) % REFIT == 0 ? fit(counts, week) : fit;
            rates[week - first] = perYear(counts, week, fit::mean, fit.scatter(), fit.uncertainty(week - 1));
        }
        return rates;
    }

    private static SeasonalFit fit(int[] counts, int week) {
        int to = week - GUARD;
        int from = Math.max(0, to - MEMORY);
        var weights = new double[to - from];
        Arrays.fill(weights, 1);
        var fit = SeasonalFit.of(counts, from, to, HARMONICS, weights);
        for (int round = 1; round < ROUNDS; round++) {
            for (int t = from; t < to; t++) {
                double mean = fit.mean(t);
                double excess = (counts[t] - mean) / StrictMath.sqrt(mean * fit.scatter());
                weights[t - from] = excess > CAP_IN_DEVIATIONS ? 1 / (excess * excess) : 1;
            }
            fit = SeasonalFit.of(counts, from, to, HARMONICS, weights);
        }
        return fit;
    }

    /** The same where mean and variance are known. */
    static double[] perYear(int[] counts, Scenario truth) {
        var rates = new double[WeeklySeries.WEEKS - WeeklySeries.FIRST_CURRENT + 1];
        for (int week = WeeklySeries.FIRST_CURRENT; week <= WeeklySeries.WEEKS; week++) {
            rates[week - WeeklySeries.FIRST_CURRENT] = perYear(counts, week, t -> truth.mean(t + 1), truth.phi(), 0);
        }
        return rates;
    }

    private static double perYear(
            int[] counts, int week, IntToDoubleFunction means, double scatter, double uncertainty) {
        double rarest = Double.POSITIVE_INFINITY;
        double mean = 0;
        long count = 0;
        for (int window = 1; window <= LONGEST; window++) {
            mean += Math.max(LEAST_MEAN, means.applyAsDouble(week - window));
            count += counts[week - window];
            if (count <= mean) {
                // A surge that is over: the newest weeks are back to what they should be.
                break;
            }
            var baseline = new NegativeBinomial(mean, 1 / Math.max(LEAST_INVERSE, (scatter - 1) / mean + uncertainty));
            // Weeks do not slide: of the recurrence only the chance of a window counts, once a week.
            rarest = Math.min(rarest, WEEKS_OF_A_YEAR * baseline.tail(count));
        }
        return rarest;
    }
}
