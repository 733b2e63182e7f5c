package dzvin.detector.streams;

import dzvin.detector.core.count.LiveKeys;
import dzvin.detector.core.count.PartitionCounts;
import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Decision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What operators see of a detector, beside Kafka Streams' own metrics. Written by stream threads, read by whoever scrapes. What is
 * shown is what was processed; after a crash it may step back to the last commit.
 */
public final class DetectorMeters {
    private static final double MILLIS_PER_SECOND = 1_000;

    private final MeterRegistry registry;
    private final ConcurrentMap<Integer, SourceMeters> sources = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicLong> liveKeys = new ConcurrentHashMap<>();
    private final Counter setAside;
    private volatile long decidedUntil = Long.MIN_VALUE;

    public DetectorMeters(MeterRegistry registry) {
        this.registry = registry;
        this.setAside = Counter.builder("dzvin.detector.reports.undecodable")
                .description("records of the reports topic that could not be decoded and were set aside")
                .register(registry);
        for (var kind : CampaignAlert.Kind.values()) {
            alerts(kind);
        }
        Gauge.builder("dzvin.detector.decided", this, DetectorMeters::decidedSeconds)
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
        return sources.computeIfAbsent(partition, index -> new SourceMeters(registry, index));
    }

    /** Another task may show the partition already; it then keeps what it shows. */
    void release(int partition, SourceMeters meters) {
        if (sources.remove(partition, meters)) {
            meters.remove();
        }
    }

    void setAside() {
        setAside.increment();
    }

    void decided(long bucketEnd, SortedMap<String, LiveKeys> live) {
        decidedUntil = bucketEnd;
        live.forEach((view, keys) -> liveKeys(view).set(keys.keys()));
    }

    void rang(Decision decision) {
        if (decision instanceof CampaignAlert alert) {
            alerts(alert.kind()).increment();
        }
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

    private double decidedSeconds() {
        return decidedUntil == Long.MIN_VALUE ? Double.NaN : decidedUntil / MILLIS_PER_SECOND;
    }
}
