package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {
    private static final String STORE = "open-reports";
    private static final TopicPartition CHANGELOG = new TopicPartition("d-open-reports-changelog", 2);
    private static final TopicPartition OTHER = new TopicPartition("d-seen-ids-changelog", 2);

    private final AtomicLong now = new AtomicLong();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RestoreProgress progress = new RestoreProgress(registry, now::get);
    private final Heard log = new Heard(RestoreProgress.class);

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void whatRemainsIsMeasuredInOffsetsSoThatGapsAndMarkersFallOff() {
        progress.onRestoreStart(CHANGELOG, STORE, 100, 1_100);

        progress.onBatchRestored(CHANGELOG, STORE, 899, 10);

        assertThat(remaining()).isEqualTo(200);
        assertThat(progress.underWay()).contains("200 records of 1 stores are still to be restored");

        progress.onBatchRestored(CHANGELOG, STORE, 1_098, 5);

        assertThat(remaining()).as("the marker of the last transaction").isEqualTo(1);

        progress.onRestoreEnd(CHANGELOG, STORE, 15);

        assertThat(remaining()).isZero();
        assertThat(progress.underWay()).isEmpty();
    }

    @Test
    void recordsOfAllStoresAreCounted() {
        progress.onRestoreStart(CHANGELOG, STORE, 100, 1_100);
        progress.onBatchRestored(CHANGELOG, STORE, 899, 10);
        progress.onRestoreStart(OTHER, "seen-ids", 0, 500);
        progress.onBatchRestored(OTHER, "seen-ids", 499, 7);

        assertThat(registry.get("dzvin.detector.restored").counter().count()).isEqualTo(17);
    }

    @Test
    void beginningAndEndOfEachStoreAreLoggedWithRecordsAndSeconds() {
        progress.onRestoreStart(CHANGELOG, STORE, 0, 1_000);
        pass(Duration.ofMillis(2_500));
        progress.onRestoreEnd(CHANGELOG, STORE, 400);

        assertThat(log.lines())
                .containsExactly(
                        "INFO restoring a store [store=\"open-reports\", partition=\"2\", records=\"1000\"]",
                        "INFO restored a store [store=\"open-reports\", partition=\"2\", records=\"400\","
                                + " seconds=\"2.5\"]");
    }

    @Test
    void inBetweenOneLineForAllStoresIsLoggedEveryTenSeconds() {
        progress.onRestoreStart(CHANGELOG, STORE, 0, 1_000);
        progress.onRestoreStart(OTHER, "seen-ids", 0, 500);
        for (int second = 1; second <= 25; second++) {
            pass(Duration.ofSeconds(1));
            progress.onBatchRestored(CHANGELOG, STORE, second * 10L - 1, 10);
        }

        assertThat(log.lines())
                .filteredOn(line -> line.contains("still restoring"))
                .containsExactly(
                        "INFO still restoring [stores=\"2\", remaining=\"1400\"]",
                        "INFO still restoring [stores=\"2\", remaining=\"1300\"]");
    }

    @Test
    void aStoreThatLacksNothingIsNotToldOf() {
        progress.onRestoreStart(CHANGELOG, STORE, 1_000, 1_000);
        progress.onRestoreEnd(CHANGELOG, STORE, 0);

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aStoreThatWentElsewhereIsNoLongerWaitedFor() {
        progress.onRestoreStart(CHANGELOG, STORE, 0, 1_000);
        progress.onRestoreSuspended(CHANGELOG, STORE, 300);

        assertThat(remaining()).isZero();
        assertThat(log.lines()).last().asString().startsWith("INFO a store that was being restored went elsewhere");
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private double remaining() {
        return registry.get("dzvin.detector.restore.remaining").gauge().value();
    }
}
