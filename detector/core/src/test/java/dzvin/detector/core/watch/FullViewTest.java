package dzvin.detector.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A view that is full of keys: what one more of them makes it forget. */
class FullViewTest {
    private static final long HOUR = 480_000;
    private static final long LATE = HOUR - 100;

    @Test
    void whatALateCellMadeRoomForStaysForgottenWhenItsOwnHourIsOver() {
        var policy = TestPolicies.standard();
        var grid = TimeGrid.of(policy.bucket());
        var tables = Tables.inMemory();
        var stream = new Exposure(policy);
        stream.begin(HOUR);
        var samples = new Samples(grid, HOUR, tables);
        var watch = new Watch(policy, stream, samples, 2, 2, tables);
        watch.take(cell(1, grid.firstBucketOf(HOUR)));
        watch.take(cell(2, grid.firstBucketOf(HOUR)));

        watch.catchUp(cell(3, grid.firstBucketOf(LATE)), grid.firstBucketOf(HOUR));
        samples.endBucket();
        samples.forgetBefore(LATE + 1);

        assertThat(watch.forgottenKeys()).isEqualTo(1);
        var anew = new Samples(grid, LATE + Samples.KEPT_HOURS + 2, tables);
        for (int key = 1; key <= 2; key++) {
            assertThat(anew.of(key(key)).isEmpty())
                    .as("key %d", key)
                    .isEqualTo(samples.of(key(key)).isEmpty());
        }
    }

    private static KeyCell cell(int key, long bucket) {
        var digest = new Digest(
                "r" + key, 0, OptionalLong.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        return new KeyCell(key(key), bucket, Cell.of(key, digest));
    }

    private static ViewKey key(int number) {
        return new ViewKey("feature", "feature=" + number);
    }
}
