package dzvin.standalone.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.avro.Report;
import dzvin.standalone.detector.Unrest.Disturbance;
import dzvin.telemetry.Telemetry;
import io.micrometer.core.instrument.FunctionCounter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One history told twice, once while something breaks and once while nothing does, and what must hold afterwards: what is finally rung
 * is byte for byte the same (I2), every report is counted once (I3), and counted, duplicate and late add up to what was told (I1).
 */
record Trial(KafkaConnection connection, TopicSetup.Layout layout, Path folder) {
    static final String ON_DEMAND = "it takes a minute or more: run with -Dchaos=all";
    static final Duration PATIENCE = Duration.ofMinutes(6);
    static final int SLICES = 3;

    static final int PARTITIONS = 3;
    private static final List<Report> ARRIVALS = Arrivals.withinGrace(3);

    /** What breaks, and when. */
    interface Trouble {
        Disturbance with(Unrest unrest) throws Exception;
    }

    /** Over brokers that are there, each topic on so many of them. */
    static Trial on(KafkaConnection connection, int copies, Path folder) {
        return new Trial(connection, new TopicSetup.Layout(PARTITIONS, copies), folder);
    }

    /** On one broker in this process: enough where what breaks is not on the brokers' side. */
    static void onOneBroker(Path folder, Trouble trouble) throws Exception {
        try (var broker = OneBroker.in(folder)) {
            on(broker.connection(), 1, folder).everythingHoldsAfter(trouble);
        }
    }

    void everythingHoldsAfter(Trouble trouble) throws Exception {
        var disturbed = desk("disturbed");
        try (var unrest = new Unrest(connection, disturbed, layout, folder)) {
            unrest.tell(ARRIVALS, SLICES, trouble.with(unrest));
            unrest.killAll();

            var counts = finish(disturbed);

            assertThat(counts.counted()).isEqualTo(different(ARRIVALS));
            assertThat(counts.all()).isEqualTo(unrest.told());
            assertThat(disturbed.said("disturbed.reports.undecodable")).hasSize((int) unrest.poisoned());
        }
        var undisturbed = desk("undisturbed");
        undisturbed.tell(ARRIVALS);
        undisturbed.tick(PlantedWave.longAfter());
        finish(undisturbed);
        assertThatTheySayTheSame(disturbed, undisturbed);
    }

    Desk desk(String prefix) {
        return new Desk(connection, prefix, layout, folder.resolve("last-of-" + prefix));
    }

    static void assertThatTheySayTheSame(Desk disturbed, Desk undisturbed) {
        assertThat(disturbed.said(disturbed.topics().alerts()))
                .isNotEmpty()
                .isEqualTo(undisturbed.said(undisturbed.topics().alerts()));
        assertThat(disturbed.newest(disturbed.topics().campaigns()))
                .isEqualTo(undisturbed.newest(undisturbed.topics().campaigns()));
    }

    /** A detector in this process brings it to its end; what it shows of the reports is state that all before it have written. */
    static Counts finish(Desk desk) {
        try (var telemetry = new Telemetry();
                var detector = desk.detector(1, telemetry)) {
            detector.start();
            var decided =
                    telemetry.registry().get("dzvin.detector.decided.timestamp").gauge();
            long end = PlantedWave.longAfter().minus(Duration.ofHours(1)).getEpochSecond();
            await().atMost(PATIENCE).until(() -> decided.value() >= end);
            return new Counts(count(telemetry, "counted"), count(telemetry, "duplicate"), count(telemetry, "late"));
        }
    }

    /** What became of the reports. */
    record Counts(long counted, long duplicate, long late) {
        long all() {
            return counted + duplicate + late;
        }
    }

    /** Lets what was started get going, and what was killed be missed. That it did is not asserted: it may be as it will. */
    static void passOn() throws InterruptedException {
        TimeUnit.SECONDS.sleep(8);
    }

    private static long count(Telemetry telemetry, String outcome) {
        return (long)
                telemetry.registry().get("dzvin.detector.reports").tag("outcome", outcome).functionCounters().stream()
                        .mapToDouble(FunctionCounter::count)
                        .sum();
    }

    private static long different(List<Report> arrivals) {
        return arrivals.stream().map(Report::getId).distinct().count();
    }
}
