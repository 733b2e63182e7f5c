package dzvin.standalone.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.standalone.process.Surroundings;
import dzvin.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A detector is killed with {@code kill -9} and started again on its own disk: how much does it read anew from Kafka? */
class KilledDetectorIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final TopicSetup.Layout LAYOUT = new TopicSetup.Layout(2, 1);

    private static final Map<String, String> WITH = Map.of(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, "true");

    @TempDir
    private static Path folder;

    private static OneBroker broker;

    @BeforeAll
    static void start() {
        broker = OneBroker.in(folder);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void withTransactionalStoresWhatWasOnItsDiskIsNotReadAgain() throws Exception {
        assertThat(readAgain("kept", WITH)).isLessThan(0.1);
    }

    /** As it ships. */
    @Test
    void withoutThemItsStoresAreReadAnew() throws Exception {
        assertThat(readAgain("wiped", Map.of())).isGreaterThan(0.5);
    }

    /** No state has to be written anew for it, and there is a way back. */
    @Test
    void aDiskThatWasWrittenOneWayIsGoodForTheOther() throws Exception {
        var desk = desk("to-and-fro", Map.of());
        desk.tell(Arrivals.withinGrace(3));
        desk.tick(PlantedWave.longAfter());
        assertThat(readAtTheStartAndThenDecidedUntil(PlantedWave.longAfter(), desk))
                .isZero();

        var with = desk("to-and-fro", WITH);
        var later = PlantedWave.longAfter().plus(Duration.ofHours(6));
        with.tick(later);
        assertThat(readAtTheStartAndThenDecidedUntil(later, with)).isZero();

        var evenLater = later.plus(Duration.ofHours(6));
        desk.tick(evenLater);
        assertThat(readAtTheStartAndThenDecidedUntil(evenLater, desk)).isZero();
    }

    private static double readAtTheStartAndThenDecidedUntil(Instant time, Desk desk) {
        try (var telemetry = new Telemetry();
                var detector = desk.detector(2, telemetry)) {
            detector.start();
            double read = read(telemetry);
            var decided =
                    telemetry.registry().get("dzvin.detector.decided.timestamp").gauge();
            await().atMost(PATIENCE)
                    .until(() ->
                            decided.value() >= time.minus(Duration.ofHours(1)).getEpochSecond());
            return read;
        }
    }

    /** Records of changelogs that are read when it starts again, of all that there are. */
    private static double readAgain(String prefix, Map<String, String> settings) throws Exception {
        var desk = desk(prefix, settings);
        desk.tell(Arrivals.withinGrace(3));
        desk.tick(PlantedWave.longAfter());
        var killed = new DetectorProcess(connection(settings), desk.topics(), LAYOUT, 0)
                .start(folder.resolve(prefix), Surroundings.USUAL);
        try {
            await("an alert is committed, and what led to it")
                    .atMost(PATIENCE)
                    .until(() -> !desk.said(desk.topics().alerts()).isEmpty());
        } finally {
            killed.destroyForcibly().waitFor();
        }
        double all = recordsOfChangelogs(prefix + "-detector-");
        try (var telemetry = new Telemetry();
                var again = desk.detector(2, telemetry)) {
            again.start();
            return read(telemetry) / all;
        }
    }

    private static double read(Telemetry telemetry) {
        return telemetry.registry().get("dzvin.detector.restored").counter().count();
    }

    private static Desk desk(String prefix, Map<String, String> settings) {
        return new Desk(connection(settings), prefix, LAYOUT, folder.resolve(prefix));
    }

    /** Commits that are small and many, so that the last one, which a kill may take from the disk, is little of the whole. */
    private static KafkaConnection connection(Map<String, String> more) {
        var usual = broker.connection();
        var settings = new TreeMap<>(usual.clientSettings());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, EachWriteOnDisk.class.getName());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "50");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "50");
        settings.putAll(more);
        return new KafkaConnection(usual.bootstrapServers(), usual.schemaRegistry(), settings);
    }

    private static long recordsOfChangelogs(String application) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(broker.connection().forClients())) {
            var topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(application) && topic.endsWith("-changelog"))
                    .toList();
            var ends = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic ->
                            topic.partitions().stream().map(one -> new TopicPartition(topic.name(), one.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }
}
