package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignAlert.Kind;

/** False alarms on an everyday stream, through the product's decision stage. */
final class NullTrial {
    private static final int GREY_WEEKS = 2;
    private static final int BUCKETS_PER_WEEK = 7 * Background.BUCKETS_PER_DAY;
    private static final double NORMAL_QUANTILE = 1.959964;

    /**
     * @param alarms campaigns raised and broadcasts called in the weeks in which the detector may ring
     */
    record Outcome(StreamShape stream, double budget, int weeks, int alarms) {
        double perWeek() {
            return (double) alarms / weeks;
        }

        /** Lower end of the 95 % interval of a Poisson rate (Garwood 1936, by Wilson and Hilferty's approximation). */
        double low() {
            double a = alarms;
            return a == 0 ? 0 : a * cube(1 - 1 / (9 * a) - NORMAL_QUANTILE / (3 * StrictMath.sqrt(a))) / weeks;
        }

        /** Upper end. */
        double high() {
            double a = alarms + 1.0;
            return alarms == 0
                    ? -StrictMath.log(0.025) / weeks
                    : a * cube(1 - 1 / (9 * a) + NORMAL_QUANTILE / (3 * StrictMath.sqrt(a))) / weeks;
        }

        private static double cube(double x) {
            return x * x * x;
        }
    }

    private NullTrial() {}

    static Outcome run(StreamShape shape, double budget, int weeks, long seed) {
        var stream = new Background(shape, seed);
        var bench = new Bench(BenchPolicy.withBudget(budget));
        int alarms = 0;
        for (long bucket = 0; bucket < (long) (weeks + GREY_WEEKS) * BUCKETS_PER_WEEK; bucket++) {
            var accounts = stream.bucket(bucket);
            // An empty bucket decides nothing but at the end of its hour, which the next one brings about.
            if (!accounts.isEmpty()) {
                alarms += (int) bench.close(bucket, accounts).stream()
                        .filter(CampaignAlert.class::isInstance)
                        .map(CampaignAlert.class::cast)
                        .filter(alert -> alert.kind() == Kind.RAISED || alert.kind() == Kind.BROADCAST)
                        .count();
            }
        }
        return new Outcome(shape, budget, weeks, alarms);
    }
}
