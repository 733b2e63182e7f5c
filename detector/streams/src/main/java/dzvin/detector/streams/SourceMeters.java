package dzvin.detector.streams;

import dzvin.detector.core.count.PartitionCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/**
 * What operators see of one source partition. The counts are part of the detector's state: {@code counted + duplicate + late}
 * is every report read from the partition since the detector began, through any restart.
 */
final class SourceMeters {
    private static final double MILLIS_PER_SECOND = 1_000;

    private final MeterRegistry registry;
    private final List<Meter> meters;
    private volatile PartitionCounts counts = PartitionCounts.NONE;
    private volatile long watermark = Long.MIN_VALUE;
    private volatile int openBuckets;
    private volatile long readAgain;

    SourceMeters(MeterRegistry registry, int partition, LongSupplier clock) {
        this.registry = registry;
        var tags = Tags.of("partition", Integer.toString(partition));
        this.meters = List.of(
                outcome("counted", tags, source -> source.counts.counted()),
                outcome("duplicate", tags, source -> source.counts.duplicate()),
                outcome("late", tags, source -> source.counts.late()),
                Gauge.builder("dzvin.detector.watermark.timestamp", this, SourceMeters::watermarkSeconds)
                        .description("largest timestamp read from the partition, heartbeats included, since 1970")
                        .baseUnit("seconds")
                        .tags(tags)
                        .register(registry),
                Gauge.builder("dzvin.detector.event.time.lag", this, source -> source.lagSeconds(clock.getAsLong()))
                        .description("how far the partition's watermark is behind the clock")
                        .baseUnit("seconds")
                        .tags(tags)
                        .register(registry),
                Gauge.builder("dzvin.detector.open.buckets", this, source -> source.openBuckets)
                        .description("buckets that hold reports of the partition and have not closed")
                        .tags(tags)
                        .register(registry),
                FunctionCounter.builder("dzvin.detector.records.read.again", this, source -> source.readAgain)
                        .description(
                                "records passed over by this process since they were read before, as when Kafka has"
                                        + " lost the group's offsets")
                        .tags(tags)
                        .register(registry));
    }

    /** Only the thread that has the partition's task says so; whether the record is the first one here. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    boolean readAgain() {
        return readAgain++ == 0;
    }

    void update(PartitionCounts now, long watermarkMillis, int open) {
        counts = now;
        watermark = watermarkMillis;
        openBuckets = open;
    }

    PartitionCounts counts() {
        return counts;
    }

    void remove() {
        meters.forEach(registry::remove);
    }

    private Meter outcome(String outcome, Tags tags, ToDoubleFunction<SourceMeters> count) {
        return FunctionCounter.builder("dzvin.detector.reports", this, count)
                .description("reports read, by what became of them")
                .tags(tags.and("outcome", outcome))
                .register(registry);
    }

    private double lagSeconds(long now) {
        return watermark == Long.MIN_VALUE ? Double.NaN : (now - watermark) / MILLIS_PER_SECOND;
    }

    private double watermarkSeconds() {
        return watermark == Long.MIN_VALUE ? Double.NaN : watermark / MILLIS_PER_SECOND;
    }
}
