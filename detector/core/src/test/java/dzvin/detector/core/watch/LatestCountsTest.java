package dzvin.detector.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.baseline.Baseline;
import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestCountsTest {
    private static final long HOUR = 480_000;

    private final TimeGrid grid = TimeGrid.of(TestPolicies.standard().bucket());
    private final Table<HourCounts> table = Tables.inMemory().table(LatestCounts.TABLE);
    private final LatestCounts latest = new LatestCounts(grid, table);
    private WatchedKey watched;

    @BeforeEach
    void begin() {
        var stream = new Exposure(TestPolicies.standard());
        stream.begin(HOUR);
        watched = WatchedKey.first(
                new ViewKey("region", "region=UA-32"),
                false,
                new Baseline(TestPolicies.standard(), stream).newKey(false, grid.firstBucketOf(HOUR)));
    }

    @Test
    void eachHourIsDroppedByItself() {
        count(HOUR);
        count(HOUR + 1);

        latest.forget(HOUR + 1, key -> null);

        assertThat(rows()).containsExactly("region=UA-32|0000480001");
    }

    @Test
    void anHourThatWasDroppedAndIsCountedInAgainIsDroppedAgain() {
        count(HOUR);
        latest.forget(HOUR + 1, key -> null);
        count(HOUR);

        latest.forget(Set.of(watched.key()));

        assertThat(rows()).isEmpty();
    }

    /** What was counted later in the hour is in the row as well, however it came there. */
    @Test
    void aRowHasWhatTheKeyHasCountedWhenItIsWritten() {
        count(HOUR);
        watched.history().count(grid.firstBucketOf(HOUR) + 3, 2);

        assertThat(table.get("region=UA-32|0000480000").counts())
                .containsExactly(
                        new HourCounts.BucketCount(grid.firstBucketOf(HOUR), 1),
                        new HourCounts.BucketCount(grid.firstBucketOf(HOUR) + 3, 2));
    }

    private void count(long hour) {
        watched.history().count(grid.firstBucketOf(hour), 1);
        latest.keep(watched, grid.firstBucketOf(hour));
    }

    private List<String> rows() {
        var rows = new ArrayList<String>();
        table.forEach((name, counts) -> rows.add(name));
        return rows;
    }
}
