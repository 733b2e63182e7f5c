package dzvin.standalone.detector;

import dzvin.detector.core.Partitioner;
import dzvin.schemas.avro.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Orders in which one history may come to the log: what is told, and so what is rung, stays the same within the policy's grace. */
final class Arrivals {
    /** Below the shipped policy's two minutes: a report that comes this much later than a younger one is not late. */
    private static final Duration WITHIN_GRACE = Duration.ofSeconds(119);

    private static final Duration FAR_TOO_LATE = Duration.ofHours(5);
    private static final int ONE_IN = 20;
    private static final long STRAGGLERS_SEED = 4711;

    private Arrivals() {}

    /** Each report comes up to the grace later than it would, and one in twenty comes twice. */
    static List<Report> withinGrace(long seed) {
        var random = new Random(seed);
        var arrivals = new HashMap<Report, Instant>();
        for (Report report : history()) {
            arrivals.put(report, later(report, WITHIN_GRACE, random));
        }
        var order = inOrder(arrivals);
        var twice = new ArrayList<Report>();
        for (Report report : order) {
            twice.add(report);
            if (random.nextInt(ONE_IN) == 0) {
                twice.add(report);
            }
        }
        return twice;
    }

    /** One in twenty comes hours too late: the same order each time, for what is late depends on it. */
    static List<Report> withStragglers() {
        var random = new Random(STRAGGLERS_SEED);
        var arrivals = new HashMap<Report, Instant>();
        for (Report report : history()) {
            arrivals.put(report, later(report, random.nextInt(ONE_IN) == 0 ? FAR_TOO_LATE : WITHIN_GRACE, random));
        }
        return inOrder(arrivals);
    }

    /** What comes to each partition, in order. */
    static List<List<Report>> byPartition(List<Report> arrivals, int partitions) {
        var logs = IntStream.range(0, partitions)
                .<List<Report>>mapToObj(partition -> new ArrayList<>())
                .toList();
        arrivals.forEach(report ->
                logs.get(Partitioner.of(PlantedWave.key(report), partitions)).add(report));
        return logs;
    }

    /** The planted wave, three times as dense, so that neighbours do change places. */
    private static List<Report> history() {
        var history = new ArrayList<Report>();
        for (Report report : PlantedWave.reports()) {
            history.add(report);
            history.add(sibling(report, 1));
            history.add(sibling(report, 2));
        }
        return history;
    }

    private static Report sibling(Report report, int index) {
        return Report.newBuilder(report)
                .setId(report.getId() + "-" + index)
                .setReceivedAt(report.getReceivedAt().plusSeconds(17L * index))
                .setNumber(report.getNumber() + index)
                .setReporter(report.getReporter() + "-" + index)
                .build();
    }

    private static Instant later(Report report, Duration atMost, Random random) {
        return report.getReceivedAt().plusMillis((long) (random.nextDouble() * atMost.toMillis()));
    }

    private static List<Report> inOrder(Map<Report, Instant> arrivals) {
        return arrivals.entrySet().stream()
                .sorted(Map.Entry.<Report, Instant>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.comparing(Report::getId)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
