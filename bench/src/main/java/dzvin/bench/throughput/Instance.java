package dzvin.bench.throughput;

import dzvin.detector.core.count.PartitionCounts;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.streams.DetectorConfig;
import dzvin.detector.streams.DetectorMeters;
import dzvin.detector.streams.DetectorTopics;
import dzvin.detector.streams.DetectorTopology;
import dzvin.detector.streams.ReportsLog;
import dzvin.detector.streams.StreamsRun;
import dzvin.detector.streams.StreamsSettings;
import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** One instance of the detector, exactly once. */
final class Instance implements AutoCloseable {
    private static final int USUAL_THREADS = 2;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DetectorMeters meters = new DetectorMeters(registry);
    private final AvroSerdes serdes;
    private final StreamsRun run;

    Instance(Course course, String name, Path disk, int standbys) {
        this(course, name, disk, USUAL_THREADS, standbys);
    }

    Instance(Course course, String name, Path disk, int threads, int standbys) {
        var layout = new TopicSetup.Layout(course.partitions(), 1);
        var connection = onACluster(course);
        ReportsLog.ensureUndecodable(connection, course.topics().reports(), 1);
        var config = new DetectorConfig(name, disk, threads, true, standbys, "127.0.0.1", 0, layout);
        this.serdes = new AvroSerdes(connection);
        var topology = new DetectorTopology(
                        DetectorTopics.of(course.topics(), serdes), Job.POLICY, course.partitions(), meters)
                .build();
        var settings = StreamsSettings.of(config, connection, course.topics().reports(), meters);
        this.run = new StreamsRun(topology, settings, registry);
    }

    /** Without what clients of an embedded broker set: how long a dead instance is waited for is to be the detector's own affair. */
    private static KafkaConnection onACluster(Course course) {
        return new KafkaConnection(course.bootstrapServers(), course.registry(), Map.of());
    }

    /** Returns when it is ready. */
    void start() {
        run.start();
    }

    /** What became of the reports of the partitions that it has. */
    PartitionCounts counts() {
        return meters.counts();
    }

    /** Records that it has set aside, since they cannot be decoded. */
    long setAside() {
        return (long) registry.get("dzvin.detector.reports.undecodable").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Whether the bucket of a time was decided on. */
    boolean decidedUntil(Instant time) {
        var grid = TimeGrid.of(Job.POLICY.bucket());
        return meters.decidedUntil() >= grid.startMillis(grid.bucketOf(time.toEpochMilli()));
    }

    long liveKeys() {
        return (long) registry.find("dzvin.detector.live.keys").gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    /** Changelog records that it has read into its stores since it started. */
    long restored() {
        return (long) registry.get("dzvin.detector.restored").counter().count();
    }

    /** Whether it has copies of stores that lack at most so many records; marks of transactions count as records that are never read. */
    boolean hasCopyBut(long records) {
        var behind = run.recordsBehind();
        return behind.isPresent() && behind.getAsLong() <= records;
    }

    @Override
    public void close() {
        run.close();
        serdes.close();
    }
}
