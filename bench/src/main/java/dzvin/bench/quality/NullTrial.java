package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignAlert.Kind;

/** False alarms on an everyday stream, through the product's decision stage. */
final class NullTrial {
    private static final int GREY_WEEKS = 2;
    private static final int BUCKETS_PER_WEEK = 7 * Background.BUCKETS_PER_DAY;

    /**
     * @param alarms campaigns raised and broadcasts called in the weeks in which the detector may ring
     */
    record Outcome(StreamShape stream, double budget, int weeks, int alarms) {
        Rate rate() {
            return new Rate(alarms, weeks);
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
