package dzvin.detector.core.campaign;

import dzvin.detector.core.campaign.Onsets.Step;
import java.util.List;

/** The likelihood of a campaign that begins at some step and grows by a fixed rate from then on. */
final class GrowingLift {
    private static final int ROUNDS = 8;
    private static final double CLOSE_ENOUGH = 1e-3;
    private static final double LEAST = 1e-6;

    private final double[] counts;
    /** By hours since the beginning: how much larger the campaign is than at its beginning. */
    private final double[] grown;
    /** By step: the next one, or this one itself, that counted something. */
    private final int[] nextCounted;

    GrowingLift(List<Step> steps, double growth) {
        int size = steps.size();
        counts = steps.stream().mapToDouble(Step::count).toArray();
        grown = new double[size + 1];
        nextCounted = new int[size + 1];
        for (int i = 0; i <= size; i++) {
            grown[i] = StrictMath.exp(growth * i);
        }
        nextCounted[size] = size;
        for (int i = size - 1; i >= 0; i--) {
            nextCounted[i] = counts[i] > 0 ? i : nextCounted[i + 1];
        }
    }

    /** By how much it grows in an hour. */
    double anHour() {
        return grown[1];
    }

    /**
     * The level at the start that explains counts best, by Newton's method: the likelihood is concave in it.
     *
     * @param expected everyday reports since the start, each hour's weighing as the campaign has grown
     * @param guess where to begin
     */
    double likeliest(int start, double expected, double guess) {
        double level = Math.max(LEAST, guess);
        for (int round = 0; round < ROUNDS; round++) {
            double slope = -expected;
            double bend = 0;
            for (int i = nextCounted[start]; i < counts.length; i = nextCounted[i + 1]) {
                double part = grown[i - start] / (1 + level * grown[i - start]);
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
        for (int i = nextCounted[start]; i < counts.length; i = nextCounted[i + 1]) {
            sum += counts[i] * StrictMath.log1p(level * grown[i - start]);
        }
        return sum;
    }
}
