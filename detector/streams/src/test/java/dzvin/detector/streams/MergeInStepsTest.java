package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.CellBatch;
import dzvin.detector.core.count.CellBatchWriter;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.count.TravellingCell;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.streams.wire.FromMerger;
import dzvin.detector.streams.wire.FromPartition;
import dzvin.detector.streams.wire.FromPartition.ClosedThrough;
import dzvin.detector.streams.wire.FromPartition.Counted;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One record of a partition whose time has stood still may release a day of the others. */
class MergeInStepsTest {
    private static final long BUCKETS = 300;
    private static final int CELLS_OF_A_BUCKET = 500;

    @TempDir
    Path stateDir;

    private StageAlone<FromPartition, FromMerger> merge;

    @BeforeEach
    void begin() {
        var meters = new DetectorMeters(new SimpleMeterRegistry());
        merge = new StageAlone<>(MergeAndCloseBuckets.supplier(Policies.everyView(), 2, meters, new Pace()), stateDir);
    }

    @AfterEach
    void end() {
        merge.close();
    }

    @Test
    void whatItReleasesIsClosedInStepsWithTimeForACommitBetweenThem() {
        for (long bucket = 1; bucket <= BUCKETS; bucket++) {
            merge.take(new Counted(0, 0, batch(bucket)));
        }
        merge.take(new ClosedThrough(0, BUCKETS));

        merge.take(new ClosedThrough(1, BUCKETS));
        assertThat(closed()).hasSizeBetween(1, (int) BUCKETS - 1);

        merge.take(new ClosedThrough(0, BUCKETS + 1));
        int before = closed().size();
        assertThat(before).as("another record does not take a step of its own").isLessThan((int) BUCKETS);
        for (int tick = 0; tick < BUCKETS && closed().size() < BUCKETS; tick++) {
            merge.tick();
            assertThat(closed().size()).isGreaterThan(before);
            before = closed().size();
        }
        assertThat(closed())
                .isEqualTo(LongStream.rangeClosed(1, BUCKETS).boxed().toList());
    }

    private List<Long> closed() {
        return merge.said().stream()
                .filter(FromMerger.Closed.class::isInstance)
                .map(mark -> ((FromMerger.Closed) mark).mark().bucket())
                .toList();
    }

    private static CellBatch batch(long bucket) {
        var writer = new CellBatchWriter();
        for (int i = 0; i < CELLS_OF_A_BUCKET; i++) {
            long person = bucket * CELLS_OF_A_BUCKET + i;
            var digest = new Digest(
                    "a report with an id of some length " + person,
                    0,
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
            writer.add(TravellingCell.onTime(new KeyCell(
                    new ViewKey("feature", String.format("feature=%05d", i)), bucket, Cell.of(person, digest))));
        }
        return writer.batch();
    }
}
