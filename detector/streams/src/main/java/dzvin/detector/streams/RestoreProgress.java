package dzvin.detector.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of the stores' changelogs is still to be read before the detector can go on. It is measured in offsets, for
 * compaction leaves gaps and transactions leave markers, and neither is ever counted as a record. A store that lacks nothing
 * is not told of.
 */
final class RestoreProgress implements StateRestoreListener {
    private static final Logger log = LoggerFactory.getLogger(RestoreProgress.class);
    private static final long BETWEEN_LINES = Duration.ofSeconds(10).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoTime;
    private final ConcurrentMap<TopicPartition, Restoration> underWay = new ConcurrentHashMap<>();
    private final AtomicLong toldAt = new AtomicLong();
    private final Counter records;

    RestoreProgress(MeterRegistry registry, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        Gauge.builder("dzvin.detector.restore.remaining", this, RestoreProgress::remaining)
                .description("changelog records that are still to be read into the stores")
                .baseUnit("records")
                .register(registry);
        this.records = Counter.builder("dzvin.detector.restored")
                .description("changelog records that this process has read into the stores")
                .baseUnit("records")
                .register(registry);
    }

    /** One sentence while something is being restored. */
    Optional<String> underWay() {
        var stores = underWay.size();
        return stores == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "%d records of %d stores are still to be restored", remaining(), stores));
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
        long now = nanoTime.getAsLong();
        if (underWay.isEmpty()) {
            toldAt.set(now);
        }
        underWay.put(changelog, new Restoration(end, Math.max(0, end - start), now));
        if (end > start) {
            log.atInfo()
                    .addKeyValue("store", store)
                    .addKeyValue("partition", changelog.partition())
                    .addKeyValue("records", end - start)
                    .log("restoring a store");
        }
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long restored) {
        records.increment(restored);
        underWay.computeIfPresent(changelog, (partition, restoration) -> restoration.readThrough(batchEnd));
        long now = nanoTime.getAsLong();
        long before = toldAt.get();
        if (now - before >= BETWEEN_LINES && toldAt.compareAndSet(before, now)) {
            log.atInfo()
                    .addKeyValue("stores", underWay.size())
                    .addKeyValue("remaining", remaining())
                    .log("still restoring");
        }
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long restored) {
        ended(changelog, store, restored, "restored a store");
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long restored) {
        ended(changelog, store, restored, "a store that was being restored went elsewhere");
    }

    private void ended(TopicPartition changelog, String store, long restored, String sentence) {
        var restoration = underWay.remove(changelog);
        if (restoration == null || restored == 0) {
            return;
        }
        double seconds = (nanoTime.getAsLong() - restoration.began()) / NANOS_PER_SECOND;
        log.atInfo()
                .addKeyValue("store", store)
                .addKeyValue("partition", changelog.partition())
                .addKeyValue("records", restored)
                .addKeyValue("seconds", String.format(Locale.ROOT, "%.1f", seconds))
                .log(sentence);
    }

    private long remaining() {
        return underWay.values().stream().mapToLong(Restoration::remaining).sum();
    }

    /**
     * One store's changelog that is being read.
     *
     * @param end offset after the last one to be read
     * @param began by the clock that only goes forward
     */
    private record Restoration(long end, long remaining, long began) {
        Restoration readThrough(long offset) {
            return new Restoration(end, Math.max(0, end - offset - 1), began);
        }
    }
}
