package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * {@link EDetector}s on the streams and campaigns of {@link StreamPeerStudy}, hour by hour over the product's own baseline, each at the one threshold for all
 * keys that keeps it at as many alarms a week as the other peers, counted as theirs.
 */
final class EvidenceStudy {
    private static final int BUCKETS_PER_HOUR = Background.BUCKETS_PER_DAY / 24;

    private final double perWeek;

    EvidenceStudy(double perWeek) {
        this.perWeek = perWeek;
    }

    /** A table of who finds which campaign how late, in hours from its first report to the end of the hour that rings. */
    List<String> campaigns(int quietWeeks, int repeats) {
        int days = quietWeeks * 7 + StreamPeer.BASELINE_DAYS;
        var stream = new Background(CampaignTable.BACKGROUND, StreamPeerStudy.QUIET_SEED);
        var header = new StringBuilder("| campaign: found, median delay in hours");
        var thresholds = new EnumMap<EDetector.Kind, Double>(EDetector.Kind.class);
        for (EvidenceRun run : EvidenceRun.of(BenchPolicy.withBudget(perWeek), days, any -> true, stream::bucket)) {
            var quiet = run.days().stream().map(DayStatistic::plain).toList();
            double threshold = StreamPeer.thresholdFromAbove(quiet, days, perWeek);
            thresholds.put(run.kind(), threshold);
            header.append(Text.of(" | %s above %.2f", run.kind().text(), threshold));
        }
        var lines = new ArrayList<String>();
        lines.add(header + " |");
        lines.add("| --- |" + " ---: |".repeat(thresholds.size()));
        for (Plant.Shape shape : QualitySuite.campaigns()) {
            lines.add(row(shape, thresholds, repeats));
        }
        return lines;
    }

    private String row(Plant.Shape shape, Map<EDetector.Kind, Double> thresholds, int repeats) {
        var delays = new EnumMap<EDetector.Kind, List<Double>>(EDetector.Kind.class);
        thresholds.keySet().forEach(kind -> delays.put(kind, new ArrayList<>()));
        for (int i = 0; i < repeats; i++) {
            var trial = CampaignTrial.evidence(
                    shape, CampaignTable.BACKGROUND, BenchPolicy.withBudget(perWeek), StreamPeerStudy.FIRST_SEED + i);
            for (EvidenceRun run : trial.runs()) {
                int from = (int) (trial.first() / BUCKETS_PER_HOUR);
                int rings = run.firstRing(from, thresholds.get(run.kind()));
                if (rings < Integer.MAX_VALUE) {
                    delays.get(run.kind()).add(rings - (double) trial.first() / BUCKETS_PER_HOUR);
                }
            }
        }
        var row = new StringBuilder("| " + shape.name());
        delays.values().forEach(found -> row.append(" | ").append(StreamPeerStudy.cell(found, repeats)));
        return row + " |";
    }
}
