package dzvin.detector.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How much of the stores' changelogs is still to be read before the detector can go on. */
final class RestoreProgress implements StateRestoreListener {
    private final ConcurrentMap<TopicPartition, Long> remaining = new ConcurrentHashMap<>();

    RestoreProgress(MeterRegistry registry) {
        Gauge.builder("dzvin.detector.restore.remaining", this, RestoreProgress::records)
                .description("changelog records that are still to be read into the stores")
                .baseUnit("records")
                .register(registry);
    }

    /** One sentence while something is being restored. */
    Optional<String> underWay() {
        var stores = remaining.size();
        return stores == 0
                ? Optional.empty()
                : Optional.of(String.format("%.0f records of %d stores are still to be restored", records(), stores));
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
        remaining.put(changelog, Math.max(0, end - start));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long restored) {
        remaining.computeIfPresent(changelog, (partition, records) -> Math.max(0, records - restored));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long restored) {
        remaining.remove(changelog);
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long restored) {
        remaining.remove(changelog);
    }

    private double records() {
        return remaining.values().stream().mapToLong(Long::longValue).sum();
    }
}
