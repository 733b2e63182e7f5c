package dzvin.bench.quality;

/**
 * The generalised likelihood ratio detector of Höhle and Paul 2008 (doi 10.1016/j.csda.2008.02.015) for a change of the intercept of negative binomial
 * counts, which is {@code glrnb} of R's {@code surveillance} with {@code change = "intercept"}:
 *
 * <pre>  max over starts k ≥ n − M and over κ ≥ 0 of  Σ_{t=k..n} [ x_t κ + (x_t + 1/α) ln((1 + α μ_t) / (1 + α μ_t e^κ)) ]</pre>
 *
 * After an alarm it starts anew. The ratios do not depend on the threshold and are worked out once.
 */
final class GlrNb {
    private static final int STEPS = 30;
    private static final double CLOSE = 1e-9;

    private final CountModel model;
    private final int[] counts;
    /** By day, then by days back: the largest ratio of a start that is no more days back. */
    private final double[][] since;

    /**
     * @param window M: days before the current one at which a change may have begun
     */
    GlrNb(int[] counts, CountModel model, int window) {
        this.counts = counts;
        this.model = model;
        this.since = new double[counts.length][];
        for (int day = 0; day < counts.length; day++) {
            since[day] = largest(day, window);
        }
    }

    private double[] largest(int day, int window) {
        var largest = new double[Math.min(day, window) + 1];
        double best = 0;
        for (int back = 0; back < largest.length && model.means()[day - back] > 0; back++) {
            best = Math.max(best, ratio(day - back, day));
            largest[back] = best;
        }
        return largest;
    }

    /** By day. It starts anew after each that is not below the threshold. */
    double[] values(double threshold) {
        var values = new double[counts.length];
        int first = 0;
        while (first < counts.length && !(model.means()[first] > 0)) {
            first++;
        }
        for (int day = first; day < counts.length; day++) {
            values[day] = since[day][Math.min(day - first, since[day].length - 1)];
            first = values[day] >= threshold ? day + 1 : first;
        }
        return values;
    }

    /** ln of the likelihood ratio of a change that began on one day, at the likeliest size of the change. */
    private double ratio(int from, int to) {
        if (score(0, from, to) <= 0) {
            return 0;
        }
        double kappa = start(from, to);
        double change = 1;
        for (int step = 0; step < STEPS && Math.abs(change) > CLOSE; step++) {
            change = score(kappa, from, to) / information(kappa, from, to);
            kappa += Math.max(-1, Math.min(1, change));
        }
        return logRatio(Math.max(0, kappa), from, to);
    }

    /** Where counts are Poisson, it is likeliest here. */
    private double start(int from, int to) {
        double count = 0;
        double mean = 0;
        for (int t = from; t <= to; t++) {
            count += counts[t];
            mean += model.means()[t];
        }
        return StrictMath.log(count / mean);
    }

    private double score(double kappa, int from, int to) {
        double sum = 0;
        for (int t = from; t <= to; t++) {
            double raised = model.means()[t] * StrictMath.exp(kappa);
            sum += (counts[t] - raised) / (1 + model.dispersions()[t] * raised);
        }
        return sum;
    }

    private double information(double kappa, int from, int to) {
        double sum = 0;
        for (int t = from; t <= to; t++) {
            double alpha = model.dispersions()[t];
            double raised = model.means()[t] * StrictMath.exp(kappa);
            sum += (1 + alpha * counts[t]) * raised / ((1 + alpha * raised) * (1 + alpha * raised));
        }
        return sum;
    }

    private double logRatio(double kappa, int from, int to) {
        double sum = 0;
        for (int t = from; t <= to; t++) {
            double alpha = model.dispersions()[t];
            double mean = model.means()[t];
            sum += counts[t] * kappa
                    + (counts[t] + 1 / alpha)
                            * StrictMath.log((1 + alpha * mean) / (1 + alpha * mean * StrictMath.exp(kappa)));
        }
        return sum;
    }
}
