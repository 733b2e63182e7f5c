package dzvin.bench.quality;

/**
 * The default of ESSENCE, written anew from its published description (Burkom, Elbert et al. 2009, Stat. Med. 28, and the documentation of CDC's R package
 * Rnssp): a linear trend over 28 steps that end three before the current one, and where that explains less than 0.6 of the variance (adjusted), an
 * exponentially weighted average (0.4) against the same baseline. A step rings where Student's t leaves less than 1 %.
 * Terms for days of the week are left out.
 */
final class EssenceSwitch {
    private static final int BASELINE = 28;
    private static final int GUARD = 2;
    /** The first step that has a whole baseline before it. */
    static final int FIRST = BASELINE + GUARD;

    private static final double WEIGHT = 0.4;
    private static final double EXPLAINED = 0.6;
    private static final double LEAST_DEVIATION = 0.5;
    /** Upper 1 % points of Student's t with 26 and with 27 degrees of freedom. */
    private static final double T_REGRESSION = 2.479;

    private static final double T_AVERAGE = 2.473;

    private EssenceSwitch() {}

    /** Alarms of the current weeks. */
    static boolean[] alarms(int[] counts) {
        int first = WeeklySeries.FIRST_CURRENT;
        var alarms = new boolean[counts.length - first + 1];
        for (int i = 0; i < alarms.length; i++) {
            alarms[i] = rings(counts, first - 1 + i);
        }
        return alarms;
    }

    /** Whether a step rings, by its index. */
    static boolean rings(int[] counts, int index) {
        return exceedance(counts, index) > 1;
    }

    /** How high a step is above its baseline, as a multiple of what rings. */
    static double exceedance(int[] counts, int index) {
        int from = index - GUARD - BASELINE;
        var line = Line.through(counts, from, BASELINE);
        if (line.explained() >= EXPLAINED) {
            double expected = Math.max(0, line.at(BASELINE + GUARD));
            double error = Math.max(LEAST_DEVIATION, line.forecastError(BASELINE + GUARD));
            return (counts[index] - expected) / (T_REGRESSION * error);
        }
        var moments = Moments.of(counts, from, from + BASELINE);
        double error = Math.max(LEAST_DEVIATION, moments.deviation()) * correction();
        return (average(counts, index) - moments.mean()) / (T_AVERAGE * error);
    }

    private static double average(int[] counts, int index) {
        double smooth = counts[Math.max(0, index - GUARD - BASELINE)];
        for (int i = Math.max(0, index - GUARD - BASELINE); i <= index; i++) {
            smooth = WEIGHT * counts[i] + (1 - WEIGHT) * smooth;
        }
        return smooth;
    }

    /** Standard deviation of average less baseline mean, for independent counts of deviation one. */
    private static double correction() {
        double left = 1 - WEIGHT;
        return StrictMath.sqrt(WEIGHT / (2 - WEIGHT)
                + 1.0 / BASELINE
                - 2 * StrictMath.pow(left, GUARD + 1) * (1 - StrictMath.pow(left, BASELINE)) / BASELINE);
    }

    /** Least squares of counts on their place. */
    private record Line(double middle, double mean, double slope, double residual, double spread, double explained) {
        static Line through(int[] counts, int from, int size) {
            double middle = (size - 1) / 2.0;
            double mean = Moments.of(counts, from, from + size).mean();
            double spread = 0;
            double joint = 0;
            double total = 0;
            for (int i = 0; i < size; i++) {
                double above = counts[from + i] - mean;
                spread += (i - middle) * (i - middle);
                joint += (i - middle) * above;
                total += above * above;
            }
            double slope = joint / spread;
            double left = Math.max(0, total - slope * joint);
            double explained = total > 0 ? 1 - left / total * (size - 1) / (size - 2) : 0;
            return new Line(middle, mean, slope, StrictMath.sqrt(left / (size - 2)), spread, explained);
        }

        double at(int place) {
            return mean + slope * (place - middle);
        }

        double forecastError(int place) {
            double away = place - middle;
            return residual * StrictMath.sqrt(1 + 1.0 / BASELINE + away * away / spread);
        }
    }
}
