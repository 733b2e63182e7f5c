package dzvin.standalone.detector;

import static dzvin.standalone.detector.Trial.ON_DEMAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.schemas.avro.Report;
import dzvin.standalone.process.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The time of one partition stands still, heartbeats and all, as when no broker leads it, while the others go on for half a month. Then it goes on
 * itself, and what has waited for it is released by a few records. One broker: it is the order of the log that matters.
 */
@EnabledIfSystemProperty(named = "chaos", matches = "all", disabledReason = ON_DEMAND)
class ChaosOfStandstillIT {
    private static final int STANDING = 2;

    /** More than a heap of this size has room for, if they waited there. */
    private static final int MUCH = 600_000;

    private static final Surroundings SMALL = Surroundings.USUAL.with("_JAVA_OPTIONS", "-Xmx128m");
    private static final int TOGETHER = 20_000;

    @TempDir
    private Path folder;

    @Test
    void whatWaitsForItTakesNoHeapAndNoByteChanges() throws Exception {
        var history = withMuchOfNoImportance();
        try (var broker = OneBroker.in(folder)) {
            var trial = Trial.on(broker.connection(), 1, folder);
            var disturbed = trial.desk("disturbed");
            var byPartition = history.stream().collect(Collectors.groupingBy(disturbed::partitionOf));
            try (var unrest = new Unrest(broker.connection(), disturbed, trial.layout(), folder)) {
                unrest.startIn(detector -> SMALL);
                unrest.join();
                tellTheOthers(disturbed, byPartition);
                awaitReading(unrest);
                unrest.killOne();
                Trial.passOn();
                assertThat(unrest.isAlive(0)).isTrue();
                tellInPortions(disturbed, byPartition.get(STANDING));
                disturbed.tick(PlantedWave.longAfter());

                awaitReading(unrest);
                assertThat(unrest.isAlive(0)).isTrue();
                unrest.killAll();
            }
            assertThat(Trial.finish(disturbed).counted()).isEqualTo(history.size());

            var undisturbed = trial.desk("undisturbed");
            tellInPortions(undisturbed, history);
            undisturbed.tick(PlantedWave.longAfter());
            Trial.finish(undisturbed);
            Trial.assertThatTheySayTheSame(disturbed, undisturbed);
        }
    }

    private static void tellTheOthers(Desk desk, Map<Integer, List<Report>> byPartition) throws Exception {
        for (int partition = 0; partition < Trial.PARTITIONS; partition++) {
            if (partition != STANDING) {
                tellInPortions(desk, byPartition.get(partition));
                desk.tick(partition, PlantedWave.longAfter());
            }
        }
    }

    private static void tellInPortions(Desk desk, List<Report> reports) throws Exception {
        for (int from = 0; from < reports.size(); from += TOGETHER) {
            desk.tell(reports.subList(from, Math.min(reports.size(), from + TOGETHER)));
        }
    }

    /** Until everything that was told has been read, and what came of it has been passed on. */
    private static void awaitReading(Unrest unrest) {
        await().atMost(Trial.PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
            assertThat(unrest.isAlive(0)).isTrue();
            return unrest.desk().unread() == 0;
        });
    }

    /** The planted wave among reports of people who call their own number in, each always the same one. */
    private static List<Report> withMuchOfNoImportance() {
        var wave = PlantedWave.reports();
        var first = wave.get(0).getReceivedAt();
        long millis = Duration.between(first, wave.get(wave.size() - 1).getReceivedAt())
                .toMillis();
        var all = new ArrayList<>(wave);
        for (int i = 0; i < MUCH; i++) {
            all.add(ofNoImportance(i, first.plusMillis(millis * i / MUCH)));
        }
        all.sort(Comparator.comparing(Report::getReceivedAt));
        return all;
    }

    private static Report ofNoImportance(int i, Instant at) {
        int person = i % 20_000;
        return Report.newBuilder()
                .setId("own-" + i)
                .setReceivedAt(at)
                .setNumber("+38050" + (1_000_000 + person))
                .setReporter("owner-" + person)
                .setGivenFeatures(List.of())
                .build();
    }
}
