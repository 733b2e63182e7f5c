package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * {@link EDetector}s on the streams and campaigns of {@link StreamPeerStudy}, hour by hour over the product's own baseline. Each at the one threshold for all
 * keys that keeps it at as many alarms a week as the other peers, counted as theirs; and at the one that is to do so without being fitted, since a detector
 * needs c hours on average to reach c: the logarithm of keys times hours a week, over alarms a week.
 */
final class EvidenceStudy {
    private static final int BUCKETS_PER_HOUR = Background.BUCKETS_PER_DAY / 24;
    private static final int HOURS_A_WEEK = 7 * 24;

    private final double perWeek;

    EvidenceStudy(double perWeek) {
        this.perWeek = perWeek;
    }

    /** @param alarms on the quiet stream, counted as those of other peers */
    private record Setting(EDetector.Kind kind, double threshold, int alarms) {
        static Setting of(EvidenceRun quiet, double threshold) {
            return new Setting(quiet.kind(), threshold, StreamPeer.alarms(statistics(quiet), threshold));
        }
    }

    /** A table of who finds which campaign how late, in hours from its first report to the end of the hour that rings. */
    List<String> campaigns(int quietWeeks, int repeats) {
        var settings = settings(quietWeeks);
        var header = new StringBuilder("| campaign: found, median delay in hours");
        var alarms = new StringBuilder("| no campaign: alarms in " + quietWeeks + " weeks");
        for (Setting setting : settings) {
            header.append(Text.of(" | %s above %.2f", setting.kind().text(), setting.threshold()));
            alarms.append(" | ").append(setting.alarms());
        }
        var lines = new ArrayList<String>();
        lines.add(header + " |");
        lines.add("| --- |" + " ---: |".repeat(settings.size()));
        lines.add(alarms + " |");
        for (Plant.Shape shape : QualitySuite.campaigns()) {
            lines.add(row(shape, settings, repeats));
        }
        return lines;
    }

    private List<Setting> settings(int quietWeeks) {
        int days = quietWeeks * 7 + StreamPeer.BASELINE_DAYS;
        var stream = new Background(CampaignTable.BACKGROUND, StreamPeerStudy.QUIET_SEED);
        double unfitted = StrictMath.log(CampaignTable.BACKGROUND.keys() * HOURS_A_WEEK / perWeek);
        var settings = new ArrayList<Setting>();
        for (EvidenceRun run : EvidenceRun.of(BenchPolicy.withBudget(perWeek), days, any -> true, stream::bucket)) {
            settings.add(Setting.of(run, StreamPeer.thresholdFromAbove(statistics(run), days, perWeek)));
            settings.add(Setting.of(run, unfitted));
        }
        return settings;
    }

    private static List<DayStatistic> statistics(EvidenceRun run) {
        return run.days().stream().map(DayStatistic::plain).toList();
    }

    private String row(Plant.Shape shape, List<Setting> settings, int repeats) {
        var delays = new ArrayList<List<Double>>();
        settings.forEach(any -> delays.add(new ArrayList<>()));
        for (int i = 0; i < repeats; i++) {
            var trial = CampaignTrial.evidence(
                    shape, CampaignTable.BACKGROUND, BenchPolicy.withBudget(perWeek), StreamPeerStudy.FIRST_SEED + i);
            for (EvidenceRun run : trial.runs()) {
                for (int one = 0; one < settings.size(); one++) {
                    if (settings.get(one).kind() == run.kind()) {
                        note(trial.first(), run, settings.get(one).threshold(), delays.get(one));
                    }
                }
            }
        }
        var row = new StringBuilder("| " + shape.name());
        delays.forEach(found -> row.append(" | ").append(StreamPeerStudy.cell(found, repeats)));
        return row + " |";
    }

    private static void note(long first, EvidenceRun run, double threshold, List<Double> delays) {
        int rings = run.firstRing((int) (first / BUCKETS_PER_HOUR), threshold);
        if (rings < Integer.MAX_VALUE) {
            delays.add(rings - (double) first / BUCKETS_PER_HOUR);
        }
    }
}
