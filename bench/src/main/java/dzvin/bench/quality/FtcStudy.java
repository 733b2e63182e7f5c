package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.PolicyReader;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The FTC's file as background, as it is and with campaigns planted into it, through the whole core with the views that it has. */
final class FtcStudy {
    private static final int SEED = 520;
    static final int FIRST_DRAW = 620;
    private static final int GREY_DAYS = 14;
    private static final int FIRST_PLANT = 17;
    private static final int BETWEEN_PLANTS = 3;
    private static final int LARGEST = 12;

    private final NavigableMap<LocalDate, List<FtcDays.Line>> days;
    private final double budget;

    FtcStudy(NavigableMap<LocalDate, List<FtcDays.Line>> days, double budget) {
        this.days = days;
        this.budget = budget;
    }

    private static List<FtcPlant> plants() {
        var plants = new ArrayList<FtcPlant>();
        for (var shape : List.of(
                new FtcPlant.Shape(20, 1, 1),
                new FtcPlant.Shape(20, 10, 0),
                new FtcPlant.Shape(20, 10, 0.5),
                new FtcPlant.Shape(100, 10, 1),
                new FtcPlant.Shape(300, 40, 1),
                new FtcPlant.Shape(300, 40, 0.5))) {
            plants.add(new FtcPlant(shape, plants.size() + 1, FIRST_PLANT + BETWEEN_PLANTS * plants.size()));
        }
        return plants;
    }

    /** How often it rings at this budget on the file's own complaints, each on a day drawn anew, so many times. */
    static String drawnAnew(NavigableMap<LocalDate, List<FtcDays.Line>> days, double budget, int times) {
        long raised = 0;
        double weeks = 0;
        for (int i = 0; i < times; i++) {
            var study = new FtcStudy(FtcDays.drawnAnew(days, new Dice(FIRST_DRAW + i)), budget);
            raised += study.run(List.of()).stream().filter(FtcStudy::isNew).count();
            weeks += study.weeks();
        }
        var rate = new Rate(raised, weeks);
        return Text.of(
                "| %.1f | %.1f | %d | %.2f (%.2f to %.2f) |",
                budget, weeks, raised, rate.value(), rate.low(), rate.high());
    }

    private double weeks() {
        return (ChronoUnit.DAYS.between(days.firstKey(), days.lastKey()) + 1 - GREY_DAYS) / 7.0;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        var rung = run(List.of());
        long raised = rung.stream().filter(FtcStudy::isNew).count();
        double weeks = weeks();
        var rate = new Rate(raised, weeks);
        lines.add(Text.of(
                "%s to %s, budget %.1f, nothing planted: %d raised in %.1f weeks, %.1f a week (%.1f to %.1f); %d became MASS.",
                days.firstKey(),
                days.lastKey(),
                budget,
                raised,
                weeks,
                rate.value(),
                rate.low(),
                rate.high(),
                mass(rung)));
        lines.add("");
        lines.add(FtcTable.summary(rung));
        lines.add("");
        lines.addAll(FtcTable.largest(rung, LARGEST));
        lines.add("");
        lines.addAll(planted());
        return lines;
    }

    private static long mass(List<CampaignAlert> rung) {
        return rung.stream()
                .filter(alert -> alert.stage() == Stage.MASS)
                .map(CampaignAlert::campaign)
                .distinct()
                .count();
    }

    private List<String> planted() {
        var plants = plants();
        var rung = run(plants);
        var lines = new ArrayList<String>();
        lines.add("| planted: first day, regions, fresh numbers | found | after days |");
        lines.add("| --- | ---: | ---: |");
        for (var plant : plants) {
            long begin = Bench.at((long) plant.firstDay() * Background.BUCKETS_PER_DAY);
            var found = rung.stream()
                    .filter(alert ->
                            alert.at() > begin && plant.isIn(alert.evidence().sampleReports()))
                    .findFirst();
            lines.add(Text.of(
                    "| %d reports, %d, %.0f %% | %s | %s |",
                    plant.shape().perDay(),
                    plant.shape().regions(),
                    100 * plant.shape().freshShare(),
                    found.isPresent() ? "yes" : "no",
                    found.map(alert -> Text.of("%.1f", (alert.at() - begin) / 86_400_000.0))
                            .orElse("")));
        }
        return lines;
    }

    private static boolean isNew(CampaignAlert alert) {
        return alert.kind() == Kind.RAISED || alert.kind() == Kind.BROADCAST;
    }

    private List<CampaignAlert> run(List<FtcPlant> plants) {
        var detector = new WholeDetector(policy());
        var dice = new Dice(SEED);
        var chance = new Dice(SEED + 1L);
        var alerts = new ArrayList<CampaignAlert>();
        var codes = codes();
        int last = 0;
        for (var day : days.entrySet()) {
            int index = (int) ChronoUnit.DAYS.between(days.firstKey(), day.getKey());
            last = index;
            var byBucket = new TreeMap<Long, List<Account>>();
            for (var line : day.getValue()) {
                line.accounts()
                        .forEach(account -> byBucket.computeIfAbsent(hour(index, dice), any -> new ArrayList<>())
                                .add(account));
            }
            plants.forEach(plant -> plant.add(index, codes, chance, byBucket));
            byBucket.forEach((bucket, accounts) -> {
                for (int i = 0; i < accounts.size(); i++) {
                    note(plants, "r" + (detector.reports() + i), accounts.get(i));
                }
                alerts.addAll(detector.take(bucket, accounts));
            });
        }
        alerts.addAll(detector.waitUntil((last + 2L) * Background.BUCKETS_PER_DAY));
        return alerts;
    }

    private static void note(List<FtcPlant> plants, String id, Account account) {
        plants.forEach(plant -> plant.note(id, account));
    }

    /** Area codes from the median one on, busiest first: neither the largest nor nearly silent. */
    private List<String> codes() {
        var counts = new TreeMap<String, Integer>();
        days.values()
                .forEach(lines -> lines.forEach(line -> counts.merge(line.region(), line.complaints(), Integer::sum)));
        var sorted = counts.entrySet().stream()
                .sorted(Comparator.comparingInt(code -> -code.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return sorted.subList(sorted.size() / 2, sorted.size());
    }

    /** A bucket of a day, as busy as days are. */
    static long hour(int day, Dice dice) {
        int bucket = dice.below(Background.BUCKETS_PER_DAY);
        while (dice.uniform() * 2 > Background.rhythm(bucket)) {
            bucket = dice.below(Background.BUCKETS_PER_DAY);
        }
        return (long) day * Background.BUCKETS_PER_DAY + bucket;
    }

    private Policy policy() {
        return PolicyReader.read(
                "ftc.yaml",
                "policy: ftc\nviews: [region, number, number-block]\nfalseAlarmsPerWeek: " + budget
                        + "\ncalendar:\n  zone: UTC\n");
    }
}
