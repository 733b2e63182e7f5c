package dzvin.standalone.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Report;
import dzvin.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I1 and I3 when Kafka has forgotten how far the detector had read, as it does a week after its last instance has left. */
class LostOffsetsIT {
    private static final List<Report> WAVE = PlantedWave.reports();
    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private static OneBroker broker;
    private static KafkaConnection connection;

    @BeforeAll
    static void start() {
        broker = OneBroker.in(folder);
        connection = broker.connection();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void everyReportIsReadAgainAndNoneIsCountedOrRungAgain() throws Exception {
        var desk = new Desk(connection, "lost", PARTITIONS, folder.resolve("lost"));
        desk.tell(WAVE);
        desk.tick(PlantedWave.longAfter());
        try (var telemetry = new Telemetry();
                var detector = desk.detector(1, telemetry)) {
            detector.start();
            var end = PlantedWave.longAfter().minus(Duration.ofHours(1));
            await().atMost(PATIENCE).until(() -> decided(telemetry).isAfter(end));
        }
        var alerts = desk.said(desk.topics().alerts());
        forgetOffsets("lost-detector");

        try (var telemetry = new Telemetry();
                var detector = desk.detector(1, telemetry)) {
            detector.start();
            await().atMost(PATIENCE)
                    .until(() -> sum(telemetry, "dzvin.detector.records.read.again") == WAVE.size() + PARTITIONS);

            assertThat(sum(telemetry, "dzvin.detector.reports")).isEqualTo(WAVE.size());
            assertThat(decided(telemetry)).isAfter(PlantedWave.longAfter().minus(Duration.ofHours(1)));
        }
        assertThat(desk.said(desk.topics().alerts())).isNotEmpty().isEqualTo(alerts);
    }

    private static void forgetOffsets(String group) {
        try (var admin = Admin.create(connection.forClients())) {
            await("the group is empty and can be deleted")
                    .ignoreExceptions()
                    .atMost(PATIENCE)
                    .until(() -> {
                        admin.deleteConsumerGroups(List.of(group)).all().get();
                        return true;
                    });
        }
    }

    private static double sum(Telemetry telemetry, String counter) {
        return telemetry.registry().find(counter).functionCounters().stream()
                .mapToDouble(each -> each.count())
                .sum();
    }

    private static Instant decided(Telemetry telemetry) {
        var gauge = telemetry.registry().get("dzvin.detector.decided.timestamp").gauge();
        return Instant.ofEpochSecond((long) gauge.value());
    }
}
