package dzvin.detector.core.campaign;

/** How much larger something is than at its beginning, by hours since, where it grows by a fixed rate. Worked out once for all looks. */
final class GrowthCurve {
    private final double rate;
    private final double[] grown;

    /**
     * @param rate ln of the growth in an hour; 0 for a step
     * @param hours how far it goes
     */
    GrowthCurve(double rate, int hours) {
        this.rate = rate;
        this.grown = new double[hours + 1];
        for (int i = 0; i < grown.length; i++) {
            grown[i] = StrictMath.exp(rate * i);
        }
    }

    double rate() {
        return rate;
    }

    /** By hours since the beginning. */
    double[] grown() {
        return grown;
    }

    /** By how much it grows in an hour. */
    double anHour() {
        return grown[1];
    }
}
