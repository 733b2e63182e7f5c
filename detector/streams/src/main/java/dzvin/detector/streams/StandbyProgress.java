package dzvin.detector.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.TaskId;

/** How far the warm copies on this instance are behind the stores that they copy, as of the last batch that each has read. */
final class StandbyProgress implements StandbyUpdateListener {
    private final ConcurrentMap<TopicPartition, Long> behind = new ConcurrentHashMap<>();

    StandbyProgress(MeterRegistry registry) {
        Gauge.builder("dzvin.detector.standby.behind", this, StandbyProgress::records)
                .description(
                        "changelog records that the warm copies on this instance had not read after their last batch")
                .baseUnit("records")
                .register(registry);
    }

    @Override
    public void onUpdateStart(TopicPartition changelog, String store, long start) {
        behind.put(changelog, 0L);
    }

    @Override
    public void onBatchLoaded(
            TopicPartition changelog, String store, TaskId task, long batchEnd, long batchSize, long end) {
        behind.put(changelog, Math.max(0, end - batchEnd - 1));
    }

    @Override
    public void onUpdateSuspended(TopicPartition changelog, String store, long offset, long end, SuspendReason reason) {
        behind.remove(changelog);
    }

    private double records() {
        return behind.values().stream().mapToLong(Long::longValue).sum();
    }
}
