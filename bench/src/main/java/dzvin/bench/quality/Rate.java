package dzvin.bench.quality;

/**
 * How often something happened.
 *
 * @param count how often it was seen
 * @param units in how many weeks, days or tries
 */
record Rate(long count, double units) {
    private static final double NORMAL_QUANTILE = 1.959964;

    double value() {
        return count / units;
    }

    /** Lower end of the 95 % interval of a Poisson rate (Garwood 1936, by Wilson and Hilferty's approximation). */
    double low() {
        double a = count;
        return a == 0 ? 0 : a * cube(1 - 1 / (9 * a) - NORMAL_QUANTILE / (3 * StrictMath.sqrt(a))) / units;
    }

    /** Upper end. */
    double high() {
        double a = count + 1.0;
        return count == 0
                ? -StrictMath.log(0.025) / units
                : a * cube(1 - 1 / (9 * a) + NORMAL_QUANTILE / (3 * StrictMath.sqrt(a))) / units;
    }

    /** Ends of the 95 % interval of a share (Wilson 1927), as text. */
    String share() {
        double z = NORMAL_QUANTILE * NORMAL_QUANTILE;
        double middle = (count + z / 2) / (units + z);
        double half = NORMAL_QUANTILE / (units + z) * StrictMath.sqrt(count * (units - count) / units + z / 4);
        return Text.of(
                "%d of %.0f (%.1f to %.1f %%)",
                count, units, 100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half));
    }

    private static double cube(double x) {
        return x * x * x;
    }
}
