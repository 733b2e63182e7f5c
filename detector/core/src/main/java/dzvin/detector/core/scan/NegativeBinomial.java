package dzvin.detector.core.scan;

/**
 * Counts with mean μ and size r: variance μ + μ²/r. It is a Poisson count whose rate has a gamma factor of mean one and
 * variance 1/r, be that factor a busy day or an uncertain baseline.
 *
 * @param mean μ &gt; 0
 * @param size r &gt; 0
 */
public record NegativeBinomial(double mean, double size) {
    /** Beyond so many terms a tail has nothing to add that a double could hold. */
    private static final int MOST_TERMS = 20_000;

    private static final double NEGLIGIBLE = 1e-17;

    public NegativeBinomial {
        if (!(mean > 0) || !(size > 0) || !Double.isFinite(mean) || !Double.isFinite(size)) {
            throw new IllegalArgumentException(
                    "mean and size must be above 0 and finite, got " + mean + " and " + size);
        }
    }

    /** ln P(N = k). */
    public double logPmf(long count) {
        return LogGamma.of(count + size)
                - LogGamma.of(size)
                - LogGamma.of(count + 1.0)
                + size * StrictMath.log(size / (size + mean))
                + count * StrictMath.log(mean / (size + mean));
    }

    /** P(N = k). */
    public double pmf(long count) {
        return StrictMath.exp(logPmf(count));
    }

    /** P(N ≥ k), exact to the last digits for k above the mean. */
    public double tail(long count) {
        return count <= 0 ? 1 : tail(count, pmf(count));
    }

    /**
     * The same, of a count above 0 whose probability is known.
     *
     * @param pmf P(N = k)
     */
    public double tail(long count, double pmf) {
        double odds = mean / (size + mean);
        double term = 1;
        double sum = 0;
        long k = count;
        for (int i = 0; i < MOST_TERMS && term > NEGLIGIBLE * sum; i++, k++) {
            sum += term;
            term *= odds * (k + size) / (k + 1);
        }
        return Math.min(1, pmf * sum);
    }

    /** Standard deviation. */
    public double deviation() {
        return StrictMath.sqrt(mean + mean * mean / size);
    }
}
