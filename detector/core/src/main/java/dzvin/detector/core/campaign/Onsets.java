package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.time.TimeGrid;
import java.util.List;

/**
 * Since when a series has been too high: the start τ that explains it best, by the generalised likelihood ratio
 * {@code N ln(N/M) − (N − M)} of the counts N since τ against the M expected since τ (Lai 1995), with the starts
 * within two units of it, a profile-likelihood interval of about 95 %.
 */
final class Onsets {
    private static final double INTERVAL_DEPTH = 2;
    private static final double LEAST_EXPECTED = 0.05;

    private Onsets() {}

    /** One hour of a series. */
    record Step(long hour, double count, double expected) {}

    /**
     * @param steps oldest first, without a gap, at least one
     */
    static Onset find(List<Step> steps) {
        var evidence = new double[steps.size()];
        double count = 0;
        double expected = LEAST_EXPECTED;
        int best = steps.size() - 1;
        for (int i = steps.size() - 1; i >= 0; i--) {
            count += steps.get(i).count();
            expected += steps.get(i).expected();
            // A surge begins with a report, never with a silent hour.
            boolean candidate = steps.get(i).count() > 0 && count > expected;
            evidence[i] = candidate
                    ? count * StrictMath.log(count / expected) - (count - expected)
                    : Double.NEGATIVE_INFINITY;
            best = evidence[i] > evidence[best] ? i : best;
        }
        int from = best;
        int to = best;
        for (int i = 0; i < evidence.length; i++) {
            if (evidence[i] >= evidence[best] - INTERVAL_DEPTH) {
                from = Math.min(from, i);
                to = Math.max(to, i);
            }
        }
        return new Onset(start(steps, best), start(steps, from), start(steps, to) + TimeGrid.HOUR_MILLIS);
    }

    private static long start(List<Step> steps, int index) {
        return steps.get(index).hour() * TimeGrid.HOUR_MILLIS;
    }
}
