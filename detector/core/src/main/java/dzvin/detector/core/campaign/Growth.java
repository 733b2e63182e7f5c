package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * How fast a series grows: Poisson regression of hourly counts, {@code E[y] = exp(α + g·t) · s}, with the hour's exposure s as
 * offset, by Newton's method (McCullagh and Nelder 1989, ch. 6). The doubling time is ln 2 / g; its interval comes from g's
 * standard error, widened by how much the counts vary beyond Poisson.
 */
final class Growth {
    private static final double NORMAL_QUANTILE = 1.96;
    private static final int STEPS = 40;
    private static final int FEWEST_COUNTS = 12;
    private static final double LONGEST_HOURS = 24 * 365;

    private Growth() {}

    /** One hour: when, counted from any origin, what was counted, what the hour is worth beside the average one. */
    record Step(double hour, double count, double exposure) {}

    /** The doubling time in hours, if growth is beyond doubt. */
    static Optional<Estimate> doubling(List<Step> steps) {
        double total = steps.stream().mapToDouble(Step::count).sum();
        var worth = steps.stream().filter(step -> step.exposure() > 0).toList();
        if (total < FEWEST_COUNTS || worth.size() < 3) {
            return Optional.empty();
        }
        double middle = worth.stream().mapToDouble(Step::hour).average().orElseThrow();
        double rate = 0;
        double before = Double.NaN;
        double level = 0;
        double information = 0;
        for (int i = 0; i < STEPS; i++) {
            double sum0 = 0;
            double sum1 = 0;
            double sum2 = 0;
            double score = 0;
            for (Step step : worth) {
                double t = step.hour() - middle;
                double weight = step.exposure() * StrictMath.exp(rate * t);
                sum0 += weight;
                sum1 += weight * t;
                sum2 += weight * t * t;
                score += step.count() * t;
            }
            level = total / sum0;
            double mean = sum1 / sum0;
            information = total * (sum2 / sum0 - mean * mean);
            if (!(information > 1e-9)) {
                return Optional.empty();
            }
            double change = (score - total * mean) / information;
            double next = rate + Math.max(-0.2, Math.min(0.2, change));
            if (next == rate) {
                // Every further step would be this one again.
                break;
            }
            boolean toAndFro = next == before;
            before = rate;
            rate = next;
            if (toAndFro && (STEPS - 1 - i) % 2 == 0) {
                // Every further two steps would be the last two again.
                break;
            }
        }
        return interval(rate, StrictMath.sqrt(scatter(worth, level, rate, middle) / information));
    }

    /** Pearson's statistic a degree of freedom, at least one. */
    private static double scatter(List<Step> steps, double level, double rate, double middle) {
        double sum = 0;
        for (Step step : steps) {
            double mean = level * step.exposure() * StrictMath.exp(rate * (step.hour() - middle));
            sum += (step.count() - mean) * (step.count() - mean) / Math.max(mean, 1e-6);
        }
        return Math.max(1, sum / (steps.size() - 2));
    }

    private static Optional<Estimate> interval(double rate, double error) {
        double slowest = rate - NORMAL_QUANTILE * error;
        if (!(slowest > StrictMath.log(2) / LONGEST_HOURS)) {
            return Optional.empty();
        }
        double ln2 = StrictMath.log(2);
        return Optional.of(new Estimate(ln2 / rate, ln2 / (rate + NORMAL_QUANTILE * error), ln2 / slowest));
    }
}
