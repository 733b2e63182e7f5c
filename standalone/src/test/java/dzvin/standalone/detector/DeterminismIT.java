package dzvin.standalone.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.detector.core.count.PartitionCounts;
import dzvin.detector.core.policy.Policies;
import dzvin.detector.streams.DetectorConfig;
import dzvin.detector.streams.DetectorMeters;
import dzvin.detector.streams.DetectorTopics;
import dzvin.detector.streams.DetectorTopology;
import dzvin.detector.streams.ReportsLog;
import dzvin.detector.streams.StreamsRun;
import dzvin.detector.streams.StreamsSettings;
import dzvin.detector.streams.Topic;
import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * I2 by chance: whatever the threads, instances, partitions, orders of arrival within grace, and threads that die in the middle, one
 * digest is rung; where reports are late, one for each layout of partitions. {@code -Ddeterminism=200} makes two hundred runs.
 */
class DeterminismIT {
    private static final Logger log = LoggerFactory.getLogger(DeterminismIT.class);
    private static final int RUNS = Integer.getInteger("determinism", 2);
    private static final int FIRST_SEED = Integer.getInteger("determinism.seed", 1);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

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
    void randomRunsRingOneDigestAndWithLateReportsOneForEachLayout() throws Exception {
        var punctual = new TreeSet<String>();
        var late = new TreeMap<Integer, TreeSet<String>>();

        for (int seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            var run = RandomRun.of(seed);
            var outcome = outcomeOf(run);
            log.atInfo().addKeyValue("run", run).addKeyValue("outcome", outcome).log("ran");

            assertThat(outcome).as(run.toString()).isEqualTo(Outcome.ofCore(run.arrivals(), run.partitions()));
            assertThat(outcome.alerts()).isPositive();
            (run.stragglers() ? late.computeIfAbsent(run.partitions(), any -> new TreeSet<>()) : punctual)
                    .add(outcome.digest());
        }

        assertThat(punctual).hasSizeLessThanOrEqualTo(1);
        assertThat(late.values()).allSatisfy(digests -> assertThat(digests).hasSize(1));
    }

    private static Outcome outcomeOf(RandomRun run) throws Exception {
        var desk = new Desk(connection, "run-" + run.seed(), run.partitions(), folder.resolve("run-" + run.seed()));
        desk.tell(run.arrivals());
        desk.tick(PlantedWave.longAfter());
        ReportsLog.ensureUndecodable(connection, desk.topics().reports(), 1);
        try {
            var counts = countsAfter(run, desk);
            return Outcome.of(desk.alerts(), counts.counted(), counts.duplicate(), counts.late());
        } finally {
            forget(desk);
        }
    }

    /** Closed in the end: what was decided last is committed then, and only then in the topics for sure. */
    private static PartitionCounts countsAfter(RandomRun run, Desk desk) {
        var meters = IntStream.range(0, run.instances())
                .mapToObj(instance -> new DetectorMeters(new SimpleMeterRegistry()))
                .toList();
        var running = new ArrayDeque<StreamsRun>();
        try (var serdes = new AvroSerdes(connection)) {
            for (int instance = 0; instance < run.instances(); instance++) {
                running.add(instance(run, desk, instance, meters.get(instance), serdes));
            }
            if (run.firstLeaves()) {
                running.remove().close();
            }
            awaitDecided(meters);
            // A task that just changes hands is shown by nobody for a moment.
            return await().atMost(PATIENCE)
                    .until(
                            () -> counts(meters),
                            counts -> counts.accepted() == run.arrivals().size());
        } finally {
            running.forEach(StreamsRun::close);
        }
    }

    private static PartitionCounts counts(List<DetectorMeters> instances) {
        return instances.stream().map(DetectorMeters::counts).reduce(PartitionCounts.NONE, PartitionCounts::plus);
    }

    private static StreamsRun instance(RandomRun run, Desk desk, int index, DetectorMeters meters, AvroSerdes serdes) {
        var topics = DetectorTopics.of(desk.topics(), serdes);
        var reports = topics.reports();
        var accident = new Accident(run.accidents().get(index));
        var accidentProne = new DetectorTopics(
                new Topic<>(reports.role(), reports.name(), reports.keys(), accident.over(reports.values())),
                topics.signals(),
                topics.campaigns(),
                topics.alerts());
        var topology = new DetectorTopology(accidentProne, Policies.shipped("ua"), run.partitions(), meters).build();
        var config = new DetectorConfig(
                desk.topics().prefix() + "-detector",
                folder.resolve("state-" + run.seed() + "-" + index),
                run.threads(),
                true,
                0,
                "127.0.0.1",
                0,
                new TopicSetup.Layout(run.partitions(), 1));
        var settings = StreamsSettings.of(config, connection, reports.name(), meters);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        var streams = new StreamsRun(topology, settings, new SimpleMeterRegistry());
        streams.start();
        return streams;
    }

    private static void awaitDecided(List<DetectorMeters> instances) {
        long until = PlantedWave.longAfter().minus(Duration.ofHours(1)).toEpochMilli();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> instances.stream().anyMatch(meters -> meters.decidedUntil() >= until));
    }

    /** Two hundred runs would fill the disk. */
    private static void forget(Desk desk) throws Exception {
        try (var admin = Admin.create(connection.forClients())) {
            var gone = new HashSet<>(admin.listTopics().names().get());
            gone.removeIf(topic -> !topic.startsWith(desk.topics().prefix() + ".")
                    && !topic.startsWith(desk.topics().prefix() + "-"));
            admin.deleteTopics(new ArrayList<>(gone)).all().get();
        }
    }
}
