package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.BucketClosed;
import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.CellBatchWriter;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.count.TravellingCell;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.streams.wire.FromMerger;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One word of a merger that had nothing to tell may release all that the others have told in a month. */
class DecideInStepsTest {
    private static final int BUCKETS = 2_500;

    @TempDir
    Path stateDir;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private StageAlone<FromMerger, Decision> decide;

    @BeforeEach
    void begin() {
        decide = new StageAlone<>(
                Decide.supplier(Policies.everyView(), 2, new DetectorMeters(registry), new Pace()), stateDir);
    }

    @AfterEach
    void end() {
        decide.close();
    }

    @Test
    void whatOneWordReleasesIsDecidedOnInStepsWithTimeForACommitBetweenThem() {
        for (long bucket = 1; bucket <= BUCKETS; bucket++) {
            tell(bucket);
            close(0, bucket);
        }
        double all = waiting();

        close(1, BUCKETS);
        assertThat(waiting()).isBetween(1.0, all - 1);

        double before = waiting();
        close(0, BUCKETS + 1);
        assertThat(waiting()).as("another word does not take a step of its own").isEqualTo(before);
        for (int tick = 0; tick < BUCKETS && waiting() > 0; tick++) {
            decide.tick();
            assertThat(waiting()).isLessThan(before);
            before = waiting();
        }
        assertThat(waiting()).isZero();
    }

    private double waiting() {
        return registry.get("dzvin.detector.waiting")
                .tag("stage", "decide")
                .gauge()
                .value();
    }

    private void close(int merger, long bucket) {
        decide.take(new FromMerger.Closed(new BucketClosed(bucket, merger, new TreeMap<>())));
    }

    private void tell(long bucket) {
        var digest = new Digest(
                "report-" + bucket,
                0,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        var writer = new CellBatchWriter();
        writer.add(TravellingCell.onTime(
                new KeyCell(new ViewKey("feature", "feature=1"), bucket, Cell.of(bucket, digest))));
        decide.take(new FromMerger.Merged(0, writer.batch()));
    }
}
