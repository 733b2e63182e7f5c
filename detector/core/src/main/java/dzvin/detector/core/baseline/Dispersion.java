package dzvin.detector.core.baseline;

/**
 * How much more than chance the counts of a view's keys vary, learned by moments (Breslow 1984). A count of mean μ has the variance
 * {@code μ + φμ + δμ²}: φ of reports that come in clumps, which all keys have alike and which matters most for small ones, δ of busy and calm
 * times, which matters most for large ones. A negative binomial of this mean and variance has {@code 1/r = δ + φ/μ}. The two are told apart
 * by keys of unlike size: the residuals {@code (x − μ)² − μ} are summed as they are, where large keys weigh most, and
 * divided by {@code 1 + μ}, where all keys count.
 *
 * <pre>
 * Σ (residual)          = φ Σ μ         + δ Σ μ²
 * Σ (residual / (1+μ))  = φ Σ μ/(1+μ)   + δ Σ μ²/(1+μ)
 * </pre>
 *
 * <p>δ is held by a prior of 0.1 that weighs like 30 units of Σμ², φ by one of nought that weighs like 300 of Σμ/(1+μ): where keys are alike
 * in size, nothing tells the two apart, and δ takes it all. Neither is negative. Single squares are capped, so that surges hardly move them.
 *
 * @param excess decayed sum of residuals
 * @param means decayed Σμ
 * @param squares decayed Σμ²
 * @param evenExcess decayed sum of residuals divided by 1 + μ
 * @param evenMeans decayed Σμ/(1+μ)
 * @param evenSquares decayed Σμ²/(1+μ)
 */
record Dispersion(
        double excess, double means, double squares, double evenExcess, double evenMeans, double evenSquares) {
    static final Dispersion NONE = new Dispersion(0, 0, 0, 0, 0, 0);

    private static final double PRIOR = 0.1;
    private static final double PRIOR_WEIGHT = 30;
    private static final double PRIOR_WEIGHT_OF_CLUMPING = 300;
    private static final double LEAST = 0.02;
    private static final double MOST = 2;
    private static final double MARGIN = 1.2;
    /** Residuals of a few hours that bring two reports where hardly any was expected. */
    private static final double A_FEW_HOURS = 5;

    private static final double MOST_CLUMPED = 20;
    private static final double CAP_IN_DEVIATIONS = 4;
    /** Beside the deviations: a second report from a key that expects hardly any is no surge yet. */
    private static final double CAP_IN_COUNTS = 2;

    /** φ: by how much the variance of a small count is larger than its mean, as a multiple of the mean. */
    double clumping() {
        double held = squares + PRIOR_WEIGHT;
        double heldExcess = excess + PRIOR * PRIOR_WEIGHT;
        double clumping = (evenExcess - evenSquares * heldExcess / held) / weightOfClumping();
        // Where large keys would have to be steadier than any are taken to be, clumps have to explain the rest, and no
        // more.
        double most = means > 0 ? (heldExcess - LEAST * held) / means : 0;
        return Math.max(0, Math.min(MOST_CLUMPED, Math.min(clumping, most)));
    }

    /** How much evidence φ rests on, in units of Σμ/(1+μ), the prior's included: what δ explains as well is none. */
    private double weightOfClumping() {
        return evenMeans + PRIOR_WEIGHT_OF_CLUMPING - evenSquares * means / (squares + PRIOR_WEIGHT);
    }

    /** More than φ can come to by what a few hours teach, at the end of the hour that runs. */
    double mostClumping() {
        return clumping() * MARGIN + A_FEW_HOURS / weightOfClumping();
    }

    /** δ: the relative variance of how busy a time is; what 1/r comes to for a large count. */
    double value() {
        return value(clumping());
    }

    private double value(double clumping) {
        double ratio = (excess - clumping * means + PRIOR * PRIOR_WEIGHT) / (squares + PRIOR_WEIGHT);
        return Math.min(MOST, Math.max(LEAST, ratio));
    }

    /** The variance of a count of this mean. */
    double variance(double mean) {
        double clumping = clumping();
        return mean + clumping * mean + value(clumping) * mean * mean;
    }

    /** With one more window, or so many alike, of count x where μ was expected. */
    Dispersion with(double count, double mean, double windows) {
        double most = CAP_IN_DEVIATIONS * StrictMath.sqrt(variance(mean)) + CAP_IN_COUNTS;
        double residual = Math.min((count - mean) * (count - mean), most * most) - mean;
        double even = windows / (1 + mean);
        return new Dispersion(
                excess + windows * residual,
                means + windows * mean,
                squares + windows * mean * mean,
                evenExcess + even * residual,
                evenMeans + even * mean,
                evenSquares + even * mean * mean);
    }

    /** Forgets to this share. */
    Dispersion faded(double keep) {
        return new Dispersion(
                excess * keep, means * keep, squares * keep, evenExcess * keep, evenMeans * keep, evenSquares * keep);
    }
}
