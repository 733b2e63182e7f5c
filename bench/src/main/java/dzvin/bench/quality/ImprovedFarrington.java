package dzvin.bench.quality;

import dzvin.detector.core.scan.NegativeBinomial;
import java.util.Arrays;

/**
 * Improved Farrington (Noufaily et al. 2013, doi 10.1002/sim.5595) on daily counts, as {@code farringtonFlexible} of R's {@code surveillance} 1.20 reckons
 * it with {@code thresholdMethod = "nbPlugin"}: a quasi-Poisson level for each of ten parts of the year, in five years back and without the latest half
 * year, a trend where it is significant and extrapolates nothing, past outbreaks weighing less; then the negative binomial chance of as high a
 * count. Windows are Noufaily's weeks in days. Written anew, since R needs hours for what takes seconds here.
 */
final class ImprovedFarrington {
    private static final int YEARS = 5;
    private static final int YEAR = 365;
    private static final int HALF_WINDOW = 24;
    private static final int LEFT_OUT = 26 * 7;
    private static final int PARTS = 10;
    /** The first day that can be judged, by its index. */
    static final int FIRST = YEARS * YEAR + HALF_WINDOW;

    private static final double OUTLYING = 2.58;
    /** Student's t of 5 % on both sides, of the 1,600 days that a fit has. */
    private static final double SIGNIFICANT = 1.9614;

    private static final double LEAST_SCATTER = 1e-5;
    private static final int STEPS = 25;

    private final int[] counts;
    private final int now;
    private final int[] days;
    private final int[] parts;

    private ImprovedFarrington(int[] counts, int now) {
        this.counts = counts;
        this.now = now;
        int from = now - FIRST;
        int to = now - LEFT_OUT;
        this.days = new int[to - from];
        this.parts = new int[to - from];
        Arrays.setAll(days, i -> from + i);
        Arrays.setAll(parts, i -> part(from + i));
    }

    /** −ln of the chance of as high a count, by day; 0 for days that are not judged. */
    static double[] surprise(int[] counts) {
        var values = new double[counts.length];
        for (int day = FIRST; day < counts.length; day++) {
            values[day] = counts[day] == 0 ? 0 : -StrictMath.log(chance(counts, day));
        }
        return values;
    }

    /** Chance of a count as high as this day's. */
    static double chance(int[] counts, int day) {
        return new ImprovedFarrington(counts, day).chance();
    }

    private double chance() {
        var fit = fit(true);
        double highest = Arrays.stream(days).map(day -> counts[day]).max().orElse(0);
        if (!fit.isSignificant(counts) || fit.mean(now, PARTS - 1) > highest) {
            fit = fit(false);
        }
        double mean = fit.mean(now, PARTS - 1);
        double scatter = Math.max(LEAST_SCATTER, Math.max(1, fit.scatter(counts)) - 1);
        return new NegativeBinomial(mean, mean / scatter).tail(counts[now]);
    }

    /** Which part of the year: the last is that of today's date, the others follow it in blocks of nearly equal length. */
    private int part(int day) {
        int since = Math.floorMod(day - now + HALF_WINDOW, YEAR) - 2 * HALF_WINDOW - 1;
        if (since < 0) {
            return PARTS - 1;
        }
        int room = YEAR - 2 * HALF_WINDOW - 1;
        int length = room / (PARTS - 1);
        int longer = room % (PARTS - 1);
        int inLonger = longer * (length + 1);
        return since < inLonger ? since / (length + 1) : longer + (since - inLonger) / length;
    }

    private Fit fit(boolean trend) {
        var even = new double[days.length];
        Arrays.fill(even, 1);
        var first = Fit.of(counts, days, parts, even, trend);
        return Fit.of(counts, days, parts, first.weights(counts), trend);
    }

    /** ln μ = level of the part + slope · day. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Fit(int[] days, int[] parts, double[] weights, double[] levels, double slope, boolean trend) {
        static Fit of(int[] counts, int[] days, int[] parts, double[] weights, boolean trend) {
            var fit = new Fit(days, parts, weights, new double[PARTS], 0, trend).levelled(counts);
            for (int step = 0; trend && step < STEPS; step++) {
                fit = fit.stepped(counts);
            }
            return fit;
        }

        double mean(int day, int part) {
            return StrictMath.exp(levels[part] + slope * (day - days[0]));
        }

        private double mean(int i) {
            return mean(days[i], parts[i]);
        }

        /** The likeliest level of each part, given the slope. */
        private Fit levelled(int[] counts) {
            var seen = new double[PARTS];
            var expected = new double[PARTS];
            for (int i = 0; i < days.length; i++) {
                seen[parts[i]] += weights[i] * counts[days[i]];
                expected[parts[i]] += weights[i] * StrictMath.exp(slope * (days[i] - days[0]));
            }
            var likeliest = new double[PARTS];
            Arrays.setAll(likeliest, part -> StrictMath.log(Math.max(1e-9, seen[part]) / expected[part]));
            return new Fit(days, parts, weights, likeliest, slope, trend);
        }

        private Fit stepped(int[] counts) {
            var middles = middles();
            double score = 0;
            for (int i = 0; i < days.length; i++) {
                score += weights[i] * (counts[days[i]] - mean(i)) * (days[i] - middles[parts[i]]);
            }
            return new Fit(days, parts, weights, levels, slope + score / spread(middles), trend).levelled(counts);
        }

        private double[] masses() {
            var masses = new double[PARTS];
            for (int i = 0; i < days.length; i++) {
                masses[parts[i]] += weights[i] * mean(i);
            }
            return masses;
        }

        private double[] middles() {
            var masses = masses();
            var middles = new double[PARTS];
            for (int i = 0; i < days.length; i++) {
                middles[parts[i]] += weights[i] * mean(i) * days[i] / masses[parts[i]];
            }
            return middles;
        }

        private double spread(double[] middles) {
            double spread = 0;
            for (int i = 0; i < days.length; i++) {
                double away = days[i] - middles[parts[i]];
                spread += weights[i] * mean(i) * away * away;
            }
            return spread;
        }

        private int freedom() {
            return days.length - PARTS - (trend ? 1 : 0);
        }

        /** φ by Pearson's statistic. */
        double scatter(int[] counts) {
            double squares = 0;
            for (int i = 0; i < days.length; i++) {
                double away = counts[days[i]] - mean(i);
                squares += weights[i] * away * away / mean(i);
            }
            return squares / freedom();
        }

        /** By the scatter that R's summary makes of the weights that {@code surveillance} leaves in the model: of relative residuals. */
        boolean isSignificant(int[] counts) {
            double squares = 0;
            for (int i = 0; i < days.length; i++) {
                double away = counts[days[i]] / mean(i) - 1;
                squares += weights[i] * away * away;
            }
            return Math.abs(slope) > SIGNIFICANT * StrictMath.sqrt(squares / freedom() / spread(middles()));
        }

        /** By Anscombe's residuals: what is more than 2.58 weighs less by its square. */
        double[] weights(int[] counts) {
            double scatter = Math.max(1, scatter(counts));
            var masses = masses();
            var middles = middles();
            double spread = spread(middles);
            var fresh = new double[days.length];
            double sum = 0;
            for (int i = 0; i < days.length; i++) {
                double mean = mean(i);
                double away = days[i] - middles[parts[i]];
                double leverage = weights[i] * mean * (1 / masses[parts[i]] + (trend ? away * away / spread : 0));
                double residual = 1.5
                        * (StrictMath.pow(counts[days[i]], 2.0 / 3) * StrictMath.pow(mean, -1.0 / 6)
                                - StrictMath.sqrt(mean))
                        / StrictMath.sqrt(scatter * (1 - leverage));
                fresh[i] = residual > OUTLYING ? 1 / (residual * residual) : 1;
                sum += fresh[i];
            }
            for (int i = 0; i < fresh.length; i++) {
                fresh[i] *= fresh.length / sum;
            }
            return fresh;
        }
    }
}
