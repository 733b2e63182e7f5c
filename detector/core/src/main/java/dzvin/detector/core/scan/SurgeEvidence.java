package dzvin.detector.core.scan;

/**
 * Evidence that a count came from more than its baseline: an e-value, the mean of the likelihood ratios of several lifts.
 *
 * <p>The ratio of two negative binomials of the same size r with means q·μ and μ is
 * {@code q^k · ((r + μ) / (r + q·μ))^(k + r)}. Its mean under the baseline is one for each lift q, hence also for their mean;
 * by Markov's inequality the chance that it ever reads c or more at a given time is at most 1/c. Exact under a known
 * baseline; with an estimated one the estimate's variance is part of 1/r, which makes it right on average over
 * baselines.
 */
public final class SurgeEvidence {
    private static final double[] LIFTS = {1.5, 2, 3, 5, 10, 30, 100, 1000};

    private SurgeEvidence() {}

    /** ln of the e-value. */
    public static double log(long count, NegativeBinomial baseline) {
        var logs = new double[LIFTS.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < LIFTS.length; i++) {
            logs[i] = logRatio(count, baseline, LIFTS[i]);
            largest = Math.max(largest, logs[i]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - largest);
        }
        return largest + StrictMath.log(sum / LIFTS.length);
    }

    /** ln of the likelihood ratio of one lift. */
    static double logRatio(long count, NegativeBinomial baseline, double lift) {
        double mean = baseline.mean();
        double size = baseline.size();
        return count * StrictMath.log(lift) + (count + size) * StrictMath.log((size + mean) / (size + lift * mean));
    }
}
