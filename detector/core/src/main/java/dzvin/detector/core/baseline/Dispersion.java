package dzvin.detector.core.baseline;

/**
 * How much more than chance the counts of a view's keys vary: 1/r of the negative binomial, as the ratio of
 * {@code Σ((x − μ)² − μ)} to {@code Σμ²} over keys and windows (moments; Breslow 1984), held by a prior that weighs like
 * {@value #PRIOR_WEIGHT} units of Σμ². Single terms are capped, so that surges hardly move it.
 *
 * @param excess decayed Σ((x − μ)² − μ)
 * @param squares decayed Σμ²
 */
record Dispersion(double excess, double squares) {
    static final Dispersion NONE = new Dispersion(0, 0);

    private static final double PRIOR = 0.1;
    private static final double PRIOR_WEIGHT = 30;
    private static final double LEAST = 0.02;
    private static final double MOST = 2;
    private static final double CAP_IN_DEVIATIONS = 4;

    /** 1/r. */
    double value() {
        double ratio = (excess + PRIOR * PRIOR_WEIGHT) / (squares + PRIOR_WEIGHT);
        return Math.min(MOST, Math.max(LEAST, ratio));
    }

    /** With one more window, or so many alike, of count x where μ was expected. */
    Dispersion with(double count, double mean, double windows) {
        double variance = mean + value() * mean * mean;
        double square = Math.min((count - mean) * (count - mean), CAP_IN_DEVIATIONS * CAP_IN_DEVIATIONS * variance);
        return new Dispersion(excess + windows * (square - mean), squares + windows * mean * mean);
    }

    /** Forgets to this share. */
    Dispersion faded(double keep) {
        return new Dispersion(excess * keep, squares * keep);
    }
}
