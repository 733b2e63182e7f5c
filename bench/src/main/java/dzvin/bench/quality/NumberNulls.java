package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert.Kind;
import java.util.ArrayList;
import java.util.List;

/** False alarms with the views of the shipped policies, numbers and blocks of numbers among them, through the whole core. */
final class NumberNulls {
    private static final int GREY_WEEKS = 2;
    private static final int BUCKETS_PER_WEEK = 7 * Background.BUCKETS_PER_DAY;
    private static final long FIRST_SEED = 400;

    private NumberNulls() {}

    static List<String> of(StreamShape shape, int streams, int weeks, double... budgets) {
        var lines = new ArrayList<String>();
        lines.add(
                "| stream | keys at most, closed views | reports a day | budget a week | stream-weeks | alarms | a week (95 % interval) |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (double budget : budgets) {
            long alarms = 0;
            for (int i = 0; i < streams; i++) {
                alarms += run(shape, budget, weeks, FIRST_SEED + i);
            }
            var rate = new Rate(alarms, (double) streams * weeks);
            lines.add(Text.of(
                    "| %s, numbers told | %d | %.0f | %.1f | %d | %d | %.2f (%.2f to %.2f) |",
                    shape.name(),
                    shape.keys(),
                    shape.reportsPerDay(),
                    budget,
                    streams * weeks,
                    alarms,
                    rate.value(),
                    rate.low(),
                    rate.high()));
        }
        return lines;
    }

    static long run(StreamShape shape, double budget, int weeks, long seed) {
        var stream = new Background(shape, seed);
        var numbers = new NumberPool(seed + 1);
        var detector = new WholeDetector(BenchPolicy.withBudget(budget));
        long alarms = 0;
        for (long bucket = 0; bucket < (long) (weeks + GREY_WEEKS) * BUCKETS_PER_WEEK; bucket++) {
            var accounts = numbers.told(stream.bucket(bucket));
            if (!accounts.isEmpty()) {
                alarms += detector.take(bucket, accounts).stream()
                        .filter(alert -> alert.kind() == Kind.RAISED || alert.kind() == Kind.BROADCAST)
                        .count();
            }
        }
        return alarms;
    }
}
