package dzvin.detector.core.scan;

/**
 * What chance brings to a key hour by hour, where the hours of a day share the day's gamma factor and each has one of its own besides.
 *
 * @param rate people an average hour, above 0
 * @param daySize size of the day's factor, above 0; what is unsure of the rate is part of it
 * @param hourVariance variance of an hour's own factor
 * @param clumping φ: an hour of mean μ varies by φμ more, as reports come in clumps
 */
public record HourChance(double rate, double daySize, double hourVariance, double clumping) {
    private static final double LEAST_MEAN = 1e-6;

    /** People expected in so many average hours, before anything is known of the day. */
    double mean(double exposure) {
        return Math.max(LEAST_MEAN, rate * exposure);
    }

    /**
     * What is expected of an hour, or of its first part, when the day has counted and expected so many, each hour's weighed by what it {@link #tells}.
     *
     * @param exposure of what has passed of the hour, in average hours
     * @param whole exposure of the whole hour
     */
    NegativeBinomial given(double counted, double expected, double exposure, double whole) {
        double size = daySize + counted;
        double factor = size / (daySize + expected);
        return new NegativeBinomial(mean(exposure) * factor, 1 / (1 / size + own(mean(whole))));
    }

    /**
     * How much of an hour's count, and of what was expected of it, tells of the day: all of it where hours have no factor of their own. With one, a count of
     * mean μ has a variance of {@code μ + own · μ²} given the day, hence {@code 1 + own · μ} times less to tell than a Poisson count.
     *
     * @param mean of the hour
     */
    double tells(double mean) {
        return 1 / (1 + mean * own(mean));
    }

    /** Relative variance of an hour of this mean, given the day. */
    private double own(double mean) {
        return hourVariance + clumping / mean;
    }
}
