package dzvin.detector.streams.replay;

import dzvin.detector.core.count.PartitionCounts;
import dzvin.detector.core.policy.Policy;
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
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Report;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/**
 * One replay: {@link #start}, {@link #feed} each report in the order of its history, {@link #finish}, {@link #close}. Used by one
 * thread.
 */
public final class ReplayRun implements AutoCloseable {
    /** As long as core's plain loop waits beyond the policy's own silence for a campaign to end. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final ReplaySettings settings;
    private final KafkaConnection connection;
    private final Policy policy;
    private final ReplayName name = ReplayName.startingAt(Instant.now());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DetectorMeters meters = new DetectorMeters(registry);
    private AvroSerdes serdes;
    private DetectorTopics topics;
    private StreamsRun run;
    private final Consumer<Alert> rung;
    private final List<Alert> alerts = new ArrayList<>();
    private ReplayFeed feed;
    private AlertsAhead ahead;
    private long lastLook = System.nanoTime();

    /** Does no I/O. */
    public ReplayRun(ReplaySettings settings, KafkaConnection connection, Policy policy) {
        this(settings, connection, policy, alert -> {});
    }

    /**
     * A replay says nothing early: what a report of the last minutes lets say early depends on the moment, and no replay must.
     *
     * @param rung hears each alert soon after it rang, on the thread that feeds
     */
    public ReplayRun(ReplaySettings settings, KafkaConnection connection, Policy policy, Consumer<Alert> rung) {
        this.settings = settings;
        this.connection = connection;
        this.policy = policy.withoutEarlyAlerts();
        this.rung = rung.andThen(alerts::add);
    }

    /** Creates the replay's own topics and returns when its topology takes reports. */
    public void start() {
        var names = name.topics();
        TopicSetup.ensure(connection, names, settings.layout());
        ReportsLog.ensureUndecodable(
                connection, names.reports(), settings.layout().replication());
        new FutureTimes(connection).allowIn(names);
        serdes = new AvroSerdes(connection);
        topics = DetectorTopics.of(names, settings.live(), serdes);
        int partitions = settings.layout().partitions();
        var topology = new DetectorTopology(topics, policy, partitions, meters).build();
        var streams = StreamsSettings.of(asDetector(), connection, names.reports(), meters);
        run = new StreamsRun(topology, streams, registry);
        feed = new ReplayFeed(connection, topics.reports(), partitions);
        ahead = new AlertsAhead(connection, topics.alerts());
        run.start();
    }

    /** The next report. */
    public void feed(Report report) {
        feed.report(report);
    }

    /** The next report of a partition's log. */
    public void feed(int partition, Report report) {
        feed.report(partition, report);
        listenNowAndThen();
    }

    /** The next record of a partition's log, one that only tells the time. */
    public void heartbeat(int partition, Instant at) {
        feed.heartbeat(partition, at);
        listenNowAndThen();
    }

    /** Largest time of a report so far, in epoch milliseconds; {@link Long#MIN_VALUE} before the first. */
    public long newest() {
        return feed.newest();
    }

    /**
     * Lets as much silence pass as core's plain loop does at the most, so that buckets close and campaigns end; waits until all is
     * decided, and stops.
     *
     * @throws KafkaException if the topology stops before that
     */
    public ReplayResult finish() {
        if (feed.newest() == Long.MIN_VALUE) {
            run.close();
            return new ReplayResult(PartitionCounts.NONE, 0, 0, List.of());
        }
        return finish(endOfSilence());
    }

    /**
     * Stops where the logs stop, that is, with what a live detector that has read them has said so far: no silence is added. Waits
     * until everything that the logs let be decided is.
     *
     * @throws KafkaException if the topology stops before that
     */
    public ReplayResult finishWithTheLogs() {
        feed.flush();
        await(() -> meters.counts().accepted() >= feed.reports());
        feed.everywhere().ifPresent(reached -> awaitDecided(Instant.ofEpochMilli(reached)));
        return result();
    }

    private ReplayResult finish(Instant until) {
        feed.heartbeat(until);
        awaitDecided(until);
        return result();
    }

    private ReplayResult result() {
        var counts = meters.counts();
        run.close();
        var contents = new TopicContents(connection);
        var signals = new AtomicLong();
        var campaigns = new TreeSet<String>();
        contents.forEach(topics.signals(), (key, signal) -> signals.incrementAndGet());
        contents.forEach(topics.campaigns(), (key, campaign) -> campaigns.add(key));
        ahead.rest(rung);
        return new ReplayResult(counts, signals.get(), campaigns.size(), alerts);
    }

    /** Removes everything that the replay had: its topics, its group, its state on this disk. */
    @Override
    public void close() {
        if (feed != null) {
            feed.close();
        }
        if (ahead != null) {
            ahead.close();
        }
        if (run != null) {
            run.closeAndForget();
        }
        if (serdes != null) {
            serdes.close();
        }
        new ReplayBroom(connection).remove(name);
    }

    private Instant endOfSilence() {
        return Instant.ofEpochMilli(feed.newest())
                .plus(policy.bucket())
                .plus(policy.grace())
                .plus(policy.stages().endedAfter())
                .plus(PATIENCE);
    }

    /** Waits for the decision on the newest bucket that has closed when every partition has reached a time. */
    private void awaitDecided(Instant reached) {
        var grid = TimeGrid.of(policy.bucket());
        long bucketEnd =
                grid.startMillis(grid.bucketOf(reached.minus(policy.grace()).toEpochMilli()));
        await(() -> meters.decidedUntil() >= bucketEnd);
    }

    private void await(BooleanSupplier come) {
        while (!come.getAsBoolean()) {
            run.failure().ifPresent(problem -> {
                throw new KafkaException("the replay broke off: " + problem);
            });
            ahead.poll(rung);
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted during a replay", e);
            }
        }
    }

    private void listenNowAndThen() {
        long now = System.nanoTime();
        if (now - lastLook >= LOOK_AGAIN.toNanos()) {
            lastLook = now;
            ahead.poll(rung);
        }
    }

    private DetectorConfig asDetector() {
        return new DetectorConfig(
                name.text(), settings.stateDir(), settings.threads(), true, 0, "127.0.0.1", 0, settings.layout());
    }
}
