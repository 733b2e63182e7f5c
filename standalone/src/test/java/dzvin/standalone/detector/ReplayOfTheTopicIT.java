package dzvin.standalone.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Report;
import dzvin.schemas.json.AlertJson;
import dzvin.standalone.command.Commands;
import dzvin.standalone.replay.PlantedHistory;
import dzvin.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is live is rung again byte for byte by a replay, which leaves no trace on the Kafka that it reads. */
class ReplayOfTheTopicIT {
    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private static OneBroker broker;
    private static KafkaConnection connection;
    private static Commands commands;
    private static List<String> live;

    @BeforeAll
    static void runLive() throws Exception {
        broker = OneBroker.in(folder);
        connection = broker.connection();
        commands = new Commands(connection, "dzvin", folder);
        live = rungLive(new Desk(connection, "dzvin", PARTITIONS, folder.resolve("live")));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theLoopInMemoryRingsWhatWasRungLive() throws Exception {
        var before = trace();

        var alerts = replay("core.ndjson", "--engine", "core");

        assertThat(live).anyMatch(line -> line.contains("\"RAISED\""));
        assertThat(alerts).isEqualTo(live);
        assertThat(trace()).isEqualTo(before);
    }

    @Test
    void theTopologyRingsWhatWasRungLive() throws Exception {
        var before = trace();

        var alerts = replay("streams.ndjson", "--engine", "streams");

        assertThat(alerts).isEqualTo(live);
        assertThat(trace()).isEqualTo(before);
    }

    /** The reports are as young as live ones, of which much would be said before their bucket has closed. */
    @Test
    void aReplayOfWhatHasJustComeSaysNothingEarly() throws Exception {
        var wave = PlantedHistory.lines(Instant.now(), Duration.ofSeconds(4));
        var file = Files.write(folder.resolve("of-today.ndjson"), wave);

        assertThat(figures(file, "streams").get("signals"))
                .isEqualTo(figures(file, "core").get("signals"));
    }

    @Test
    void aReplayUntilATimeRingsWhatHadBeenRungByThen() throws Exception {
        var wave = PlantedWave.reports();
        var almostAll = wave.get(wave.size() - 2).getReceivedAt();

        var alerts = replay("until.ndjson", "--until", almostAll.toString());

        assertThat(alerts).isNotEmpty().isEqualTo(live.subList(0, alerts.size()));
    }

    @Test
    void aReplayThatCouldBeResumedRingsTheSame() throws Exception {
        assertThat(replay("resumable.ndjson", "--resume", "--notes-every", "PT0S"))
                .isEqualTo(live);
    }

    @Test
    void aReplayOfEveryOffsetRingsTheSameAndOneOfNoneIsSilent() throws Exception {
        assertThat(replay("offsets.ndjson", "--from-offsets", "0:0,1:0,2:0")).isEqualTo(live);
        assertThat(replay("nothing.ndjson", "--to-offsets", "0:0,1:0,2:0")).isEmpty();
    }

    @Test
    void offsetsThatTheTopicDoesNotHaveAreRefused() {
        int status = commands.run("replay", "--topic", "--to-offsets", "0:10,7:10");

        assertThat(status).isEqualTo(2);
        assertThat(commands.complained())
                .contains("--to-offsets names partition 7")
                .hasLineCount(1);
    }

    @Test
    void filesAndTheTopicAreNotReplayedAtOnce() {
        int status = commands.run("replay", "--topic", "file.csv");

        assertThat(status).isEqualTo(2);
        assertThat(commands.complained()).contains("--topic stands alone");
    }

    private static List<String> replay(String file, String... options) throws IOException {
        var alerts = folder.resolve(file);
        var arguments = Stream.concat(Stream.of("--topic", "--out", alerts.toString(), "--json"), Stream.of(options));

        assertThat(commands.run("replay", arguments.toArray()))
                .as(commands.complained())
                .isZero();
        return Files.readAllLines(alerts);
    }

    /** What a replay says of itself in the end. */
    private static JsonNode figures(Path file, String engine) throws IOException {
        assertThat(commands.run("replay", file, "--format", "ndjson", "--engine", engine, "--json"))
                .as(commands.complained())
                .isZero();
        var lines = commands.printed().lines().toList();
        return new ObjectMapper().readTree(lines.get(lines.size() - 1));
    }

    /** The campaign is still open when the log ends. */
    private static List<String> rungLive(Desk desk) throws Exception {
        List<Report> wave = PlantedWave.reports();
        var end = wave.get(wave.size() - 1).getReceivedAt().plus(Duration.ofHours(1));
        desk.tell(wave);
        desk.tick(end);
        try (var telemetry = new Telemetry();
                var detector = desk.detector(1, telemetry)) {
            detector.start();
            awaitDecided(telemetry, end.minus(Duration.ofMinutes(50)));
        }
        return desk.alerts().stream().map(AlertJson::write).toList();
    }

    private static void awaitDecided(Telemetry telemetry, Instant until) {
        var decided =
                telemetry.registry().get("dzvin.detector.decided.timestamp").gauge();
        await().atMost(PATIENCE).until(() -> decided.value() >= until.getEpochSecond());
    }

    /** Groups, topics, and where each of them ends. */
    private static List<Object> trace() throws Exception {
        try (var admin = Admin.create(connection.forClients())) {
            var groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .collect(Collectors.toCollection(TreeSet::new));
            var topics = new TreeSet<>(admin.listTopics().names().get());
            var ends = new TreeMap<String, Long>();
            for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
                for (var partition : topic.partitions()) {
                    var asked = new TopicPartition(topic.name(), partition.partition());
                    var offset = admin.listOffsets(Map.of(asked, OffsetSpec.latest()));
                    ends.put(
                            asked.toString(),
                            offset.partitionResult(asked).get().offset());
                }
            }
            return List.of(groups, topics, ends);
        }
    }
}
