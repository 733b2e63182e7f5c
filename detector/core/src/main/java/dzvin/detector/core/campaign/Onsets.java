package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.time.TimeGrid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Since when a series has been too high. For each start τ, the likelihood ratio {@code Σ y ln(1 + b x) − b Σ e x} of counts y where e was
 * expected, against a campaign that brings {@code b x} times what is expected, x growing from one at τ by a doubling time
 * ({@code x = 2^((t − τ) / doubling)}, a step among them). The largest over level b and doubling time is the start's own (Lai 1995).
 *
 * <p>What grows exponentially has no beginning: an earlier start with a lower level explains as much. So the level at the
 * start is at least the one from which on a report more is to be expected in all, {@code ln 2 / doubling} an hour. And a start
 * must have half of what any start has beyond its expectation, lest everyday hours before a short surge pass for its beginning. The
 * onset is the median of all such starts, each weighing like its likelihood, and its interval holds 95 % of that weight.
 *
 * <p>While the evidence is weak, below {@value #STRONG} units, everyday hours are so many that together they would outweigh a surge of
 * three people. The onset is then the likeliest start, and its interval the starts within {@value #INTERVAL_DEPTH} units of it.
 */
final class Onsets {
    private static final double LEAST_EXPECTED = 0.05;
    /** In hours; growth that is slower than the slowest looks like a step. */
    private static final double[] DOUBLINGS = {Double.POSITIVE_INFINITY, 160, 80, 40, 28, 20, 14};
    /** A series is no longer. */
    private static final int MOST_STEPS = 336;

    private static final List<GrowthCurve> CURVES = Arrays.stream(DOUBLINGS)
            .mapToObj(doubling -> new GrowthCurve(StrictMath.log(2) / doubling, MOST_STEPS))
            .toList();

    private static final double OUTSIDE = 0.025;
    private static final double HELD = 0.5;
    /** In units of log likelihood. */
    private static final double STRONG = 10;

    private static final double INTERVAL_DEPTH = 2;

    private Onsets() {}

    /** One hour of a series. */
    record Step(long hour, double count, double expected) {}

    /**
     * @param steps oldest first, without a gap but for outages, at least one, at most {@value #MOST_STEPS}
     */
    static Onset find(List<Step> steps) {
        var evidence = evidence(steps, candidates(steps, HELD));
        return largest(evidence) >= STRONG
                ? median(steps, evidence)
                : likeliest(steps, evidence(steps, candidates(steps, 0)));
    }

    private static double[] evidence(List<Step> steps, boolean[] candidates) {
        var evidence = new double[steps.size()];
        Arrays.fill(evidence, Double.NEGATIVE_INFINITY);
        var counted = new CountedSteps(steps);
        double anHour = steps.stream().mapToDouble(Step::expected).sum() / steps.size();
        double fewest = Math.max(anHour, LEAST_EXPECTED / steps.size());
        for (GrowthCurve curve : CURVES) {
            weigh(steps, candidates, curve, curve.rate() / fewest, new GrowingLift(counted, curve), evidence);
        }
        return evidence;
    }

    private static double largest(double[] evidence) {
        return Arrays.stream(evidence).max().orElseThrow();
    }

    private static Onset median(List<Step> steps, double[] evidence) {
        double best = largest(evidence);
        var weights =
                Arrays.stream(evidence).map(one -> StrictMath.exp(one - best)).toArray();
        return between(steps, quantile(weights, 0.5), quantile(weights, OUTSIDE), quantile(weights, 1 - OUTSIDE));
    }

    private static Onset likeliest(List<Step> steps, double[] evidence) {
        int last = steps.size() - 1;
        double best = largest(evidence);
        if (best == Double.NEGATIVE_INFINITY) {
            return between(steps, last, last, last);
        }
        var near = IntStream.rangeClosed(0, last)
                .filter(i -> evidence[i] >= best - INTERVAL_DEPTH)
                .toArray();
        int at =
                Arrays.stream(near).filter(i -> evidence[i] == best).findFirst().orElseThrow();
        return between(steps, at, near[0], near[near.length - 1]);
    }

    /** A surge begins with a report, never with a silent hour, and most of what is beyond expectation comes after its beginning. */
    private static boolean[] candidates(List<Step> steps, double held) {
        var beyond = new double[steps.size()];
        double sum = -LEAST_EXPECTED;
        double most = 0;
        for (int i = steps.size() - 1; i >= 0; i--) {
            sum += steps.get(i).count() - steps.get(i).expected();
            beyond[i] = sum;
            most = Math.max(most, sum);
        }
        var candidates = new boolean[steps.size()];
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = steps.get(i).count() > 0 && beyond[i] > 0 && beyond[i] >= held * most;
        }
        return candidates;
    }

    /**
     * Raises the evidence of each start to that of a campaign that grows along this curve.
     *
     * @param least level at the start
     */
    private static void weigh(
            List<Step> steps,
            boolean[] candidates,
            GrowthCurve curve,
            double least,
            GrowingLift growing,
            double[] evidence) {
        double expected = 0;
        double lift = 1;
        for (int start = steps.size() - 1; start >= 0; start--) {
            expected = steps.get(start).expected() + expected * curve.anHour();
            if (candidates[start]) {
                lift = growing.likeliest(start, expected + LEAST_EXPECTED, lift);
                double found = growing.logRatio(start, expected + LEAST_EXPECTED, Math.max(least, lift));
                evidence[start] = Math.max(evidence[start], found);
            }
        }
    }

    /** Where this share of all weight is reached. */
    private static int quantile(double[] weights, double share) {
        double left = share * Arrays.stream(weights).sum();
        int at = 0;
        while (at < weights.length - 1 && (weights[at] == 0 || left > weights[at])) {
            left -= weights[at++];
        }
        return at;
    }

    private static Onset between(List<Step> steps, int at, int from, int to) {
        return new Onset(start(steps, at), start(steps, from), start(steps, to) + TimeGrid.HOUR_MILLIS);
    }

    private static long start(List<Step> steps, int index) {
        return steps.get(index).hour() * TimeGrid.HOUR_MILLIS;
    }
}
