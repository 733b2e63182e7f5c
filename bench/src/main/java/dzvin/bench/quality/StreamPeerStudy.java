package dzvin.bench.quality;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/**
 * The same campaigns on the same everyday streams as {@link CampaignTable}, before {@link StreamPeer}s that are allowed as many alarms a week on a
 * stream without a campaign as the product's budget.
 */
final class StreamPeerStudy {
    static final int FIRST_SEED = 100;
    static final long QUIET_SEED = 77;
    private static final int HOURS = 24;
    private static final double[] BUDGETS = {1.5, 2, 2.5, 3, 4, 5};

    private final double perWeek;

    StreamPeerStudy(double perWeek) {
        this.perWeek = perWeek;
    }

    /**
     * A table of who finds which campaign how late, in hours from its first report to the end of the day that rings; of the product, to
     * the bucket that does. The product is shown at the budget itself, and at the largest of its budgets at which it, like the peers, rings on the quiet
     * stream no more often than that.
     */
    List<String> campaigns(int quietWeeks, int repeats) {
        var peers = StreamPeer.all();
        var quiet = quiet(quietWeeks * 7 + StreamPeer.BASELINE_DAYS);
        double budget = asManyAlarms(quietWeeks);
        var thresholds = peers.stream()
                .mapToDouble(peer -> peer.threshold(quiet, perWeek))
                .toArray();
        var lines = new ArrayList<String>();
        var header = new StringBuilder("| campaign: found, median delay in hours");
        for (int i = 0; i < peers.size(); i++) {
            header.append(Text.of(" | %s above %.2f", peers.get(i).name(), thresholds[i]));
        }
        header.append(Text.of(" | Dzvin, budget %.1f | Dzvin, budget %.1f", perWeek, budget));
        lines.add(header + " |");
        lines.add("| --- |" + " ---: |".repeat(peers.size() + 2));
        for (Plant.Shape shape : QualitySuite.campaigns()) {
            lines.add(row(shape, peers, thresholds, repeats)
                    + product(shape, perWeek, repeats)
                    + product(shape, budget, repeats));
        }
        return lines;
    }

    private double asManyAlarms(int weeks) {
        double most = perWeek;
        for (double times : BUDGETS) {
            double budget = times * perWeek;
            if (NullTrial.run(CampaignTable.BACKGROUND, budget, weeks, QUIET_SEED)
                            .alarms()
                    <= perWeek * weeks) {
                most = budget;
            }
        }
        return most;
    }

    private static String product(Plant.Shape shape, double budget, int repeats) {
        var found = new ArrayList<Double>();
        for (int i = 0; i < repeats; i++) {
            CampaignTrial.run(shape, CampaignTable.BACKGROUND, budget, FIRST_SEED + i)
                    .delay()
                    .ifPresent(found::add);
        }
        return " " + cell(found, repeats) + " |";
    }

    private static DailyCounts quiet(int days) {
        var stream = new Background(CampaignTable.BACKGROUND, QUIET_SEED);
        var counts = new DailyCounts(days);
        for (long bucket = 0; bucket < (long) days * Background.BUCKETS_PER_DAY; bucket++) {
            add(counts, bucket, stream.bucket(bucket));
        }
        return counts;
    }

    private static String row(Plant.Shape shape, List<StreamPeer> peers, double[] thresholds, int repeats) {
        var delays = new ArrayList<List<Double>>();
        peers.forEach(peer -> delays.add(new ArrayList<>()));
        for (int i = 0; i < repeats; i++) {
            var trial = CampaignTrial.counts(shape, CampaignTable.BACKGROUND, FIRST_SEED + i);
            var own = trial.counts().holding("feature=" + shape.words().get(0));
            var rhythm = trial.counts().rhythm();
            for (int peer = 0; peer < thresholds.length; peer++) {
                double threshold = thresholds[peer];
                var method = peers.get(peer);
                int from = (int) (trial.first() / Background.BUCKETS_PER_DAY);
                int day = own.stream()
                        .map(series -> method.statistic().of(series, rhythm).values(threshold))
                        .mapToInt(values -> StreamPeer.firstRing(values, from, threshold))
                        .min()
                        .orElse(trial.counts().days());
                if (day < trial.counts().days()) {
                    long end = (day + 1L) * Background.BUCKETS_PER_DAY;
                    delays.get(peer).add((end - trial.first()) * (double) HOURS / Background.BUCKETS_PER_DAY);
                }
            }
        }
        var row = new StringBuilder("| " + shape.name());
        delays.forEach(found -> row.append(" | ").append(cell(found, repeats)));
        return row + " |";
    }

    static String cell(List<Double> found, int repeats) {
        var sorted = found.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0
                ? "none"
                : Text.of("%d of %d, %.0f", sorted.length, repeats, sorted[sorted.length / 2]);
    }

    static void add(DailyCounts counts, long bucket, List<Account> accounts) {
        int day = (int) (bucket / Background.BUCKETS_PER_DAY);
        accounts.forEach(account -> counts.add(day, account));
    }

    /** How often each rings a week on the FTC's file, at the threshold that brings the budget on the same complaints drawn anew. */
    List<String> complaints(NavigableMap<LocalDate, List<FtcDays.Line>> days, long seed) {
        var drawn = counts(FtcDays.drawnAnew(days, new Dice(seed)));
        var real = counts(days);
        double weeks = (real.days() - StreamPeer.BASELINE_DAYS) / 7.0;
        var lines = new ArrayList<String>();
        lines.add("| method, on daily counts of area codes | threshold | alarms a week on the file |");
        lines.add("| --- | ---: | ---: |");
        for (StreamPeer peer : StreamPeer.all()) {
            double threshold = peer.threshold(drawn, perWeek);
            lines.add(Text.of("| %s | %.2f | %.1f |", peer.name(), threshold, peer.alarms(real, threshold) / weeks));
        }
        return lines;
    }

    private static DailyCounts counts(NavigableMap<LocalDate, List<FtcDays.Line>> days) {
        var counts = new DailyCounts((int) ChronoUnit.DAYS.between(days.firstKey(), days.lastKey()) + 1);
        days.forEach((day, lines) -> {
            int index = (int) ChronoUnit.DAYS.between(days.firstKey(), day);
            lines.forEach(line -> line.accounts().forEach(account -> counts.add(index, account)));
        });
        return counts;
    }
}
