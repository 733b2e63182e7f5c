package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener.SuspendReason;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class StandbyProgressTest {
    private static final TopicPartition CHANGELOG = new TopicPartition("d-open-reports-changelog", 2);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StandbyProgress progress = new StandbyProgress(registry);

    @Test
    void aCopyIsBehindByWhatItHasNotReadUntilItIsNeededOrGone() {
        progress.onUpdateStart(CHANGELOG, "open-reports", 0);
        progress.onBatchLoaded(CHANGELOG, "open-reports", new TaskId(0, 2), 99, 100, 150);

        assertThat(behind()).isEqualTo(50);

        progress.onUpdateSuspended(CHANGELOG, "open-reports", 100, 150, SuspendReason.PROMOTED);

        assertThat(behind()).isZero();
    }

    private double behind() {
        return registry.get("dzvin.detector.standby.behind").gauge().value();
    }
}
