package dzvin.bench.quality;

/**
 * What a simulated stream without a campaign is like. Every one has a rhythm of day and of week, regions of unequal size and
 * features of unequal frequency.
 *
 * @param name in tables
 * @param regions how many
 * @param features how many
 * @param reportsPerDay on average
 * @param sharedDays variance of a factor of each day, the same for all
 * @param regionDays variance of a factor of each region and day
 * @param regionHours variance of a factor of each region and hour
 * @param growthPerWeek relative change of the rate a week
 * @param gapsPerWeek outages of eight hours, on average
 * @param holidays what part of the usual a holiday brings, one in thirty days; the policy is told of none
 */
record StreamShape(
        String name,
        int regions,
        int features,
        double reportsPerDay,
        double sharedDays,
        double regionDays,
        double regionHours,
        double growthPerWeek,
        double gapsPerWeek,
        double holidays) {

    /** Poisson around the rhythm. */
    static StreamShape poisson(int regions, int features, double reportsPerDay) {
        return new StreamShape("Poisson", regions, features, reportsPerDay, 0, 0, 0, 0, 0, 1);
    }

    /** Negative binomial: each region has better and worse days. */
    static StreamShape overdispersed(int regions, int features, double reportsPerDay) {
        return new StreamShape("over-dispersed", regions, features, reportsPerDay, 0, 0.05, 0, 0, 0, 1);
    }

    /** Negative binomial, with holidays on which hardly anybody reports. */
    static StreamShape holidays(int regions, int features, double reportsPerDay) {
        return new StreamShape("with holidays", regions, features, reportsPerDay, 0, 0.05, 0, 0, 0, 0.3);
    }

    /** Days that are busy everywhere, regions with busy days of their own, outages, slow growth. */
    static StreamShape rough(int regions, int features, double reportsPerDay) {
        return new StreamShape("rough", regions, features, reportsPerDay, 1.0 / 60, 0.05, 0.05, 0.01, 0.5, 1);
    }

    /** How many keys the region, feature and region+feature views have. */
    int keys() {
        return regions + features + regions * features;
    }
}
