package dzvin.detector.core.campaign;

/**
 * The likelihood of a campaign that begins at some step of a series and grows by a fixed rate from then on.
 *
 * <p>Only steps that counted something have a part in it, so these stand by themselves. Used by one thread.
 */
final class GrowingLift {
    private static final int ROUNDS = 8;
    private static final double CLOSE_ENOUGH = 1e-3;
    private static final double LEAST = 1e-6;

    private final CountedSteps counted;
    private final GrowthCurve curve;

    GrowingLift(CountedSteps counted, GrowthCurve curve) {
        this.counted = counted;
        this.curve = curve;
    }

    /**
     * The level at the start that explains counts best, by Newton's method: the likelihood is concave in it.
     *
     * @param expected everyday reports since the start, each hour's weighing as the campaign has grown
     * @param guess where to begin
     */
    double likeliest(int start, double expected, double guess) {
        // In local variables, for this is the innermost loop of a look at a campaign.
        double[] grown = curve.grown();
        int[] steps = counted.steps();
        double[] counts = counted.counts();
        int first = counted.from(start);
        double level = Math.max(LEAST, guess);
        for (int round = 0; round < ROUNDS; round++) {
            double slope = -expected;
            double bend = 0;
            for (int i = first; i < steps.length; i++) {
                double lift = grown[steps[i] - start];
                double part = lift / (1 + level * lift);
                slope += counts[i] * part;
                bend += counts[i] * part * part;
            }
            double next = level + slope / bend;
            next = next > 0 ? next : level / 4;
            boolean close = Math.abs(next - level) < CLOSE_ENOUGH * level;
            level = next;
            if (close) {
                break;
            }
        }
        return level;
    }

    /** ln of the likelihood ratio against everyday reports alone. */
    double logRatio(int start, double expected, double level) {
        double sum = -level * expected;
        for (int i = counted.from(start); i < counted.size(); i++) {
            sum += counted.counts()[i] * StrictMath.log1p(level * curve.grown()[counted.steps()[i] - start]);
        }
        return sum;
    }
}
