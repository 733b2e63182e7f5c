package dzvin.standalone.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.detector.core.Detector;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.policy.Policies;
import dzvin.detector.streams.DetectorApp;
import dzvin.detector.streams.LabelsForPeople;
import dzvin.detector.streams.avro.AvroDecisions;
import dzvin.detector.streams.avro.ReportCodec;
import dzvin.detector.streams.replay.ReplayBroom;
import dzvin.detector.streams.replay.ReplayRun;
import dzvin.detector.streams.replay.ReplaySettings;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Report;
import dzvin.telemetry.Telemetry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I2 on a real Kafka: what is rung is a function of the reports and the policy, not of how it was computed. */
class DetectorOnKafkaIT {
    private static final List<Report> WAVE = PlantedWave.reports();
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
    void threadsPartitionsAndARestartInTheMiddleChangeNoByteOfAnAlert() throws Exception {
        var inOneGo = inOneGo("one-thread", 3, 1);

        assertThat(inOneGo.alerts()).isNotEmpty().isEqualTo(ofCoreAlone());
        sayTheSame(inOneGo, inOneGo("two-threads", 3, 2));
        sayTheSame(inOneGo, inOneGo("one-partition", 1, 1));
        sayTheSame(inOneGo, withARestart("restart", 3, 2));
    }

    @Test
    void aRecordThatCannotBeDecodedIsSetAsideAndTheRestIsCounted() throws Exception {
        var desk = new Desk(connection, "undecodable", 1, folder.resolve("undecodable"));
        desk.tell(WAVE.subList(0, 5));
        desk.tell(new byte[] {9, 8, 7, 6, 5, 42}, WAVE.get(4).getReceivedAt());
        desk.tell(WAVE.subList(5, 10));
        desk.tick(PlantedWave.longAfter());

        try (var telemetry = new Telemetry();
                var detector = desk.detector(1, telemetry)) {
            detector.start();
            awaitDecided(telemetry, PlantedWave.longAfter().minus(Duration.ofHours(1)));

            assertThat(metrics(detector))
                    .contains("dzvin_detector_reports_total{outcome=\"counted\",partition=\"0\"} 10.0")
                    .contains("dzvin_detector_reports_undecodable_total{reason=\"undecodable\"} 1.0");
        }
        assertThat(desk.said("undecodable.reports.undecodable"))
                .singleElement()
                .satisfies(letter -> assertThat(letter).endsWith(" key 2a"));
    }

    @Test
    void aReportThatIsMoreThanCanBeKeptIsSetAsideAndTheRestIsCounted() throws Exception {
        var desk = new Desk(connection, "unusable", 1, folder.resolve("unusable"));
        desk.tell(WAVE.subList(0, 5));
        desk.tell(List.of(Report.newBuilder(WAVE.get(4))
                .setId("poison")
                .setRegion("x".repeat(70_000))
                .build()));
        desk.tell(WAVE.subList(5, 10));
        desk.tick(PlantedWave.longAfter());

        try (var telemetry = new Telemetry();
                var detector = desk.detector(1, telemetry)) {
            detector.start();
            awaitDecided(telemetry, PlantedWave.longAfter().minus(Duration.ofHours(1)));

            assertThat(metrics(detector))
                    .contains("dzvin_detector_reports_total{outcome=\"counted\",partition=\"0\"} 10.0")
                    .contains("dzvin_detector_reports_undecodable_total{reason=\"unusable\"} 1.0");
        }
        assertThat(desk.headers("unusable.reports.undecodable"))
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .containsEntry("dzvin.reason", "region must have at most 1000 characters, got 70000")
                        .containsEntry("dzvin.topic", "unusable.reports")
                        .containsEntry("dzvin.partition", "0")
                        .containsEntry("dzvin.offset", "5"));
    }

    @Test
    void aRecordThatKafkaDoesNotTakeStopsTheDetectorAndWhatLedToItIsKept() throws Exception {
        var tight = new TreeMap<>(connection.clientSettings());
        tight.put("max.request.size", "1500");
        var cramped = new KafkaConnection(connection.bootstrapServers(), connection.schemaRegistry(), tight);
        new Desk(connection, "cramped", 1, folder.resolve("cramped")).tell(WAVE.subList(0, 40));
        var desk = new Desk(cramped, "cramped", 1, folder.resolve("cramped"));
        desk.tick(PlantedWave.longAfter());

        try (var telemetry = new Telemetry();
                var detector = desk.detector(1, telemetry)) {
            startUntilItStops(detector, telemetry);
        }
        assertThat(desk.headers("cramped.detector.failures"))
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter)
                        .containsEntry("dzvin.failure", "org.apache.kafka.common.errors.RecordTooLargeException")
                        .containsKeys("dzvin.topic", "dzvin.partition", "dzvin.offset", "dzvin.task", "dzvin.reason")
                        .hasEntrySatisfying(
                                "dzvin.attempt",
                                attempt -> assertThat(attempt).startsWith("writing to cramped-detector-")));
    }

    /** A task begins as soon as its own stores are there, so a record may stop the detector before all tasks are ready, and with it the start. */
    private static void startUntilItStops(DetectorApp detector, Telemetry telemetry) {
        try {
            detector.start();
        } catch (KafkaException stoppedBefore) {
            return;
        }
        await().atMost(PATIENCE).until(() -> !telemetry.health().notLive().isEmpty());
    }

    @Test
    void aReplayThroughTheTopologyRingsWhatCoreRingsAndLeavesNothingBehind() throws Exception {
        var settings = new ReplaySettings(new Topics("live"), new TopicSetup.Layout(3, 1), 1, folder.resolve("replay"));

        try (var replay = new ReplayRun(settings, connection, Policies.shipped("ua"))) {
            replay.start();
            WAVE.forEach(replay::feed);
            var result = replay.finish();

            assertThat(result.alerts()).isEqualTo(ofCoreAlone());
            assertThat(result.counts().counted()).isEqualTo(WAVE.size());
        }
        try (var admin = Admin.create(connection.forClients())) {
            await("no topic of the replay is left")
                    .until(() -> admin.listTopics().names().get().stream()
                            .noneMatch(topic -> topic.startsWith("dzvin-replay-")));
        }
    }

    @Test
    void whatAKilledReplayLeftBehindIsSweptAndWhatMayStillBeAtWorkIsNot() throws Exception {
        var now = Instant.now();
        var killed = "dzvin-replay-" + now.minus(Duration.ofHours(1)).toEpochMilli() + "-0a1b2c3d.reports";
        var young = "dzvin-replay-" + now.toEpochMilli() + "-4e5f6a7b.reports";
        try (var admin = Admin.create(connection.forClients())) {
            admin.createTopics(List.of(new NewTopic(killed, 1, (short) 1), new NewTopic(young, 1, (short) 1)))
                    .all()
                    .get();
            await("both topics are known to the broker")
                    .until(() -> admin.listTopics().names().get().containsAll(List.of(killed, young)));

            int swept = new ReplayBroom(connection).sweep(now);

            assertThat(swept).isEqualTo(1);
            await("the killed replay's topic is gone")
                    .until(() -> !admin.listTopics().names().get().contains(killed));
            assertThat(admin.listTopics().names().get()).contains(young);
            admin.deleteTopics(List.of(young)).all().get();
        }
    }

    @Test
    void aRunningDetectorIsLiveAndReadyAndShowsKafkaStreamsMetrics() throws Exception {
        var desk = new Desk(connection, "health", 2, folder.resolve("health"));
        desk.tick(Instant.now());

        try (var telemetry = new Telemetry();
                var detector = desk.detector(1, telemetry)) {
            detector.start();

            assertThat(get(detector, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(detector, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(metrics(detector))
                    .contains("kafka_stream_alive_stream_threads")
                    .contains("dzvin_detector_restore_remaining");
            await("metrics of stores and consumers are found when the registry looks for new ones, once a minute")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(metrics(detector))
                            .contains("kafka_stream_state_block_cache_usage")
                            .contains("kafka_stream_state_size_all_mem_tables")
                            .contains("kafka_stream_state_total_sst_files_size")
                            .containsPattern(
                                    "kafka_consumer_fetch_manager_records_lag\\{[^}]*topic=\"health.reports\""));
        }
    }

    private static Desk inOneGo(String prefix, int partitions, int threads) throws Exception {
        var desk = new Desk(connection, prefix, partitions, folder.resolve(prefix));
        desk.tell(WAVE);
        desk.tick(PlantedWave.longAfter());
        runUntil(desk, threads, PlantedWave.longAfter().minus(Duration.ofHours(1)));
        return desk;
    }

    private static Desk withARestart(String prefix, int partitions, int threads) throws Exception {
        var desk = new Desk(connection, prefix, partitions, folder.resolve(prefix));
        int middle = WAVE.size() - 150;
        desk.tell(WAVE.subList(0, middle));
        runUntil(desk, threads, WAVE.get(middle - 30).getReceivedAt().minus(Duration.ofHours(12)));
        desk.tell(WAVE.subList(middle, WAVE.size()));
        desk.tick(PlantedWave.longAfter());
        runUntil(desk, threads, PlantedWave.longAfter().minus(Duration.ofHours(1)));
        return desk;
    }

    private static void runUntil(Desk desk, int threads, Instant decided) {
        try (var telemetry = new Telemetry();
                var detector = desk.detector(threads, telemetry)) {
            detector.start();
            awaitDecided(telemetry, decided);
        }
    }

    private static void awaitDecided(Telemetry telemetry, Instant until) {
        var decided =
                telemetry.registry().get("dzvin.detector.decided.timestamp").gauge();
        await().atMost(PATIENCE).until(() -> decided.value() >= until.getEpochSecond());
    }

    private static List<Alert> ofCoreAlone() {
        var policy = Policies.shipped("ua");
        var detector = new Detector(policy, new LabelsForPeople(), 3);
        var decisions = new ArrayList<Decision>();
        WAVE.forEach(report -> decisions.addAll(detector.take(ReportCodec.toCore(report))));
        decisions.addAll(detector.finish());
        var avro = new AvroDecisions(policy);
        return decisions.stream()
                .flatMap(decision -> avro.alerts(decision).stream())
                .toList();
    }

    private static void sayTheSame(Desk one, Desk other) {
        assertThat(other.said(other.topics().alerts()))
                .isEqualTo(one.said(one.topics().alerts()));
        assertThat(other.newest(other.topics().campaigns()))
                .isEqualTo(one.newest(one.topics().campaigns()));
    }

    private static String metrics(DetectorApp detector) throws Exception {
        return get(detector, "/metrics").body();
    }

    private static HttpResponse<String> get(DetectorApp detector, String path) throws Exception {
        var address = URI.create("http://127.0.0.1:" + detector.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
