package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Eight reports in eight days from one otherwise quiet region, after the first signal of Greene et al. 2016 (New York City, 17 July 2015: eight
 * cases of legionellosis in eight days, centred on the South Bronx, in a city with 434 cases a year). Placements are at random: times uniform over the eight
 * days, the hour as people report, words as everybody's.
 */
final class QuietRegionStudy {
    private static final int QUIET_DAYS = 28;
    private static final int DAYS = 8;
    private static final int REPORTS = 8;
    private static final long FIRST_SEED = 2_016;
    private static final String QUIET = "quiet";
    private static final double[] EVERYDAY_PER_WEEK = {0, 0.25, 0.5, 1, 2};

    private QuietRegionStudy() {}

    /** Which of the eight reports rang; empty: none did. */
    record Outcome(Optional<Integer> report) {}

    static List<String> of(int placements) {
        var lines = new ArrayList<String>();
        lines.add(
                "| stream, reports a day | everyday reports of the region a week | flagged within the eight days (95 % interval)"
                        + " | at report: median |");
        lines.add("| --- | ---: | ---: | ---: |");
        for (var stream : List.of(StreamShape.poisson(10, 1, 434.0 / 365), StreamShape.overdispersed(25, 7, 50))) {
            for (double perWeek : EVERYDAY_PER_WEEK) {
                var reports = new ArrayList<Integer>();
                for (int i = 0; i < placements; i++) {
                    run(stream, perWeek, FIRST_SEED + i).report().ifPresent(reports::add);
                }
                reports.sort(null);
                lines.add(Text.of(
                        "| %s, %.1f | %.2f | %s | %s |",
                        stream.name(),
                        stream.reportsPerDay(),
                        perWeek,
                        new Rate(reports.size(), placements).share(),
                        reports.isEmpty()
                                ? "none"
                                : reports.get(reports.size() / 2).toString()));
            }
        }
        return lines;
    }

    static Outcome run(StreamShape shape, double perWeek, long seed) {
        var stream = new Background(shape, seed);
        var dice = new Dice(seed + 1);
        var bench = new Bench(BenchPolicy.withBudget(1));
        long begin = (long) QUIET_DAYS * Background.BUCKETS_PER_DAY;
        var placed = placed(begin, dice);
        int told = 0;
        for (long bucket = 0; bucket < begin + (long) DAYS * Background.BUCKETS_PER_DAY; bucket++) {
            var accounts = stream.bucket(bucket);
            int planted = placed.getOrDefault(bucket, 0);
            told += planted;
            int usual = dice.poisson(perWeek / 7 / Background.BUCKETS_PER_DAY * Background.rhythm(bucket));
            for (int i = 0; i < planted + usual; i++) {
                accounts.add(new Account(QUIET, List.of("f" + dice.below(shape.features())), Optional.empty(), 0));
            }
            if (!accounts.isEmpty() && rings(bench, bucket, accounts) && bucket >= begin && told > 0) {
                return new Outcome(Optional.of(told));
            }
        }
        return new Outcome(Optional.empty());
    }

    /** When the eight are told: how many in which bucket. */
    private static Map<Long, Integer> placed(long begin, Dice dice) {
        var placed = new TreeMap<Long, Integer>();
        int left = REPORTS;
        while (left > 0) {
            long bucket = begin + dice.below(DAYS * Background.BUCKETS_PER_DAY);
            if (dice.uniform() < Background.rhythm(bucket) / 3) {
                placed.merge(bucket, 1, Integer::sum);
                left--;
            }
        }
        return placed;
    }

    private static boolean rings(Bench bench, long bucket, List<Account> accounts) {
        return bench.close(bucket, accounts).stream()
                .filter(CampaignAlert.class::isInstance)
                .map(CampaignAlert.class::cast)
                .anyMatch(alert -> alert.evidence().regions().stream()
                        .anyMatch(region -> region.code().equals(QUIET)));
    }
}
