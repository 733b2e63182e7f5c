package dzvin.detector.streams;

import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.count.PartitionCounts;
import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.EarlyAlert;
import dzvin.detector.core.decide.Settlement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What operators see of a detector, beside Kafka Streams' own metrics. Written by stream threads, read by whoever scrapes. What is
 * shown is what was processed; after a crash it may step back to the last commit.
 */
public final class DetectorMeters {
    private static final double MILLIS_PER_SECOND = 1_000;

    /** An alert of longer ago comes from history that is read again; how late it comes says nothing. */
    private static final Duration OF_TODAY = Duration.ofDays(1);

    /** An early alert comes within a second, a final one after its bucket and the grace. */
    private static final Duration[] DELAYS = Stream.of(
                    "PT0.05S", "PT0.1S", "PT0.2S", "PT0.5S", "PT1S", "PT2S", "PT5S", "PT10S", "PT30S", "PT1M", "PT2M",
                    "PT3M", "PT5M", "PT7M", "PT10M", "PT15M", "PT30M", "PT1H", "PT2H")
            .map(Duration::parse)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final LongSupplier clock;
    private final Timer alertDelay;
    private final Timer acceptedToAlert;
    private final Timer acceptedToEarlyAlert;
    private final ConcurrentMap<Integer, SourceMeters> sources = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, StageMeters> stages = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicLong> liveKeys = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicLong> bucketKeys = new ConcurrentHashMap<>();
    private volatile long decidedUntil = Long.MIN_VALUE;

    public DetectorMeters(MeterRegistry registry) {
        this(registry, System::currentTimeMillis);
    }

    DetectorMeters(MeterRegistry registry, LongSupplier clock) {
        this.registry = registry;
        this.clock = clock;
        this.alertDelay = Timer.builder("dzvin.detector.alert.delay")
                .description("from the end of the bucket that decided on an alert to the alert")
                .serviceLevelObjectives(DELAYS)
                .register(registry);
        this.acceptedToAlert = acceptedToAlert(false);
        this.acceptedToEarlyAlert = acceptedToAlert(true);
        UndecodableReports.REASONS.forEach(this::undecodable);
        for (var kind : CampaignAlert.Kind.values()) {
            alerts(kind);
        }
        List.of("rung", "superseded", "joined", "not_borne_out").forEach(this::early);
        Gauge.builder("dzvin.detector.decided.timestamp", this, DetectorMeters::decidedSeconds)
                .description("end of the newest bucket that was decided on, since 1970")
                .baseUnit("seconds")
                .register(registry);
    }

    /** End of the newest bucket that was decided on, in epoch milliseconds; {@link Long#MIN_VALUE} before the first. */
    public long decidedUntil() {
        return decidedUntil;
    }

    /** What became of the reports of all partitions that are read here. */
    public PartitionCounts counts() {
        return sources.values().stream().map(SourceMeters::counts).reduce(PartitionCounts.NONE, PartitionCounts::plus);
    }

    SourceMeters source(int partition) {
        return sources.computeIfAbsent(partition, index -> new SourceMeters(registry, index, clock));
    }

    /** Another task may show the partition already; it then keeps what it shows. */
    void release(int partition, SourceMeters meters) {
        if (sources.remove(partition, meters)) {
            meters.remove();
        }
    }

    /** Bounds of a stage's task. */
    StageMeters stage(String stage, int partition) {
        return stages.computeIfAbsent(stage + "-" + partition, any -> new StageMeters(registry, stage, partition));
    }

    /** Another task may show the partition already; it then keeps what it shows. */
    void release(String stage, int partition, StageMeters meters) {
        if (stages.remove(stage + "-" + partition, meters)) {
            meters.remove();
        }
    }

    /** @param reason one of {@link UndecodableReports#REASONS} */
    void setAside(String reason) {
        undecodable(reason).increment();
    }

    /** What an earlier run decided on counts: an alarm on decisions that stand still must ring although no new one ever comes. */
    void goesOnFrom(long bucketEnd) {
        decidedUntil = bucketEnd;
    }

    void decided(long bucketEnd, ClosedBucket bucket) {
        decidedUntil = bucketEnd;
        bucket.live().forEach((view, keys) -> liveKeys(view).set(keys.keys()));
        var counted = bucket.cells().stream()
                .collect(Collectors.groupingBy(cell -> cell.key().view(), Collectors.counting()));
        bucketKeys.keySet().forEach(view -> counted.putIfAbsent(view, 0L));
        counted.forEach((view, keys) -> bucketKeys(view).set(keys));
    }

    /** @param newestReport when the newest report that it could be decided on was received, if there was one */
    void rang(Decision decision, OptionalLong newestReport) {
        if (decision instanceof EarlyAlert) {
            early("rung").increment();
            newestReport.ifPresent(at -> recordSince(at, acceptedToEarlyAlert));
        }
        if (decision instanceof CampaignAlert alert) {
            alerts(alert.kind()).increment();
            recordSince(alert.at(), alertDelay);
            newestReport.ifPresent(at -> recordSince(at, acceptedToAlert));
        }
    }

    private void recordSince(long at, Timer delays) {
        long delay = clock.getAsLong() - at;
        if (delay < OF_TODAY.toMillis()) {
            delays.record(Math.max(0, delay), TimeUnit.MILLISECONDS);
        }
    }

    private Timer acceptedToAlert(boolean early) {
        return Timer.builder("dzvin.detector.accepted.to.alert")
                .description("from when the newest report that an alert could be decided on was received to the alert")
                .tag("early", Boolean.toString(early))
                .serviceLevelObjectives(DELAYS)
                .register(registry);
    }

    /** What came of early alerts. */
    void settled(Settlement settlement) {
        settlement.superseded().values().forEach(ids -> early("superseded").increment(ids.size()));
        settlement
                .others()
                .forEach(other -> early(other.alert().kind() == CampaignAlert.Kind.MERGED ? "joined" : "not_borne_out")
                        .increment());
    }

    private Counter undecodable(String reason) {
        return Counter.builder("dzvin.detector.reports.undecodable")
                .description("records of the reports topic that could not be decoded or counted and were set aside")
                .tag("reason", reason)
                .register(registry);
    }

    private Counter early(String outcome) {
        return Counter.builder("dzvin.detector.early.alerts")
                .description("early alerts by what became of them; those rung are all of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter alerts(CampaignAlert.Kind kind) {
        return Counter.builder("dzvin.detector.alerts")
                .description("alerts written by this instance since it started")
                .tag("kind", kind.name())
                .register(registry);
    }

    private AtomicLong liveKeys(String view) {
        return liveKeys.computeIfAbsent(view, name -> {
            var keys = new AtomicLong();
            Gauge.builder("dzvin.detector.live.keys", keys, AtomicLong::doubleValue)
                    .description("keys of an open view with a report within the longest scale")
                    .tag("view", name)
                    .register(registry);
            return keys;
        });
    }

    private AtomicLong bucketKeys(String view) {
        return bucketKeys.computeIfAbsent(view, name -> {
            var keys = new AtomicLong();
            Gauge.builder("dzvin.detector.bucket.keys", keys, AtomicLong::doubleValue)
                    .description("keys of a view with a report in the newest bucket that was decided on")
                    .tag("view", name)
                    .register(registry);
            return keys;
        });
    }

    private double decidedSeconds() {
        return decidedUntil == Long.MIN_VALUE ? Double.NaN : decidedUntil / MILLIS_PER_SECOND;
    }
}
