package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.state.Tables;
import dzvin.detector.core.view.ViewKey;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BucketGateTest {
    private static final KeyCell NORTH = new KeyCell(new ViewKey("region", "region=A"), 5, Cell.EMPTY);
    private static final KeyCell SOUTH = new KeyCell(new ViewKey("region", "region=B"), 5, Cell.EMPTY);

    private final Tables tables = Tables.inMemory();
    private final BucketGate gate = new BucketGate(2, tables);

    @Test
    void aBucketIsReleasedOnceEveryMergerHasClosedIt() {
        gate.cell(1, TravellingCell.onTime(SOUTH));
        gate.cell(0, TravellingCell.onTime(NORTH));
        assertThat(gate.closed(mark(5, 1, 1))).isEmpty();

        var released = gate.closed(mark(5, 0, 2));

        assertThat(released).singleElement().satisfies(bucket -> {
            assertThat(bucket.bucket()).isEqualTo(5);
            assertThat(bucket.cells()).containsExactly(NORTH, SOUTH);
            assertThat(bucket.live()).containsEntry("number", new LiveKeys(3, 3, 3));
        });
    }

    @Test
    void aMergerThatIsAheadWaits() {
        gate.cell(1, TravellingCell.onTime(SOUTH));
        gate.closed(mark(5, 1, 0));
        gate.closed(mark(9, 1, 0));

        assertThat(gate.closed(mark(4, 0, 0))).extracting(ClosedBucket::bucket).containsExactly(4L);
        assertThat(gate.closed(mark(9, 0, 0))).extracting(ClosedBucket::bucket).containsExactly(5L, 9L);
    }

    @Test
    void aRepeatReleasesNothing() {
        gate.closed(mark(5, 0, 0));
        gate.closed(mark(5, 1, 0));
        gate.cell(0, TravellingCell.onTime(NORTH));

        assertThat(gate.closed(mark(5, 0, 0))).isEmpty();
        gate.closed(mark(6, 0, 0));
        assertThat(gate.closed(mark(6, 1, 0)))
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.cells()).isEmpty());
    }

    @Test
    void aGateBuiltAnewGoesOnWhereItWas() {
        gate.cell(0, TravellingCell.onTime(NORTH));
        gate.closed(mark(3, 1, 4));
        gate.closed(mark(5, 0, 1));

        var anew = new BucketGate(2, tables);

        assertThat(anew.closed(mark(5, 1, 4))).singleElement().satisfies(bucket -> {
            assertThat(bucket.cells()).containsExactly(NORTH);
            assertThat(bucket.live()).containsEntry("number", new LiveKeys(5, 5, 5));
        });
    }

    @Test
    void whatWaitsIsShownUntilItsBucketIsReleased() {
        gate.cell(0, TravellingCell.onTime(NORTH));
        long one = gate.waitingBytes();
        gate.cell(1, TravellingCell.onTime(SOUTH));
        assertThat(one).isPositive();
        assertThat(gate.waitingBytes()).isGreaterThan(one);
        assertThat(new BucketGate(2, tables).waitingBytes()).isEqualTo(gate.waitingBytes());

        gate.closed(mark(5, 0, 0));
        gate.closed(mark(5, 1, 0));

        assertThat(gate.waitingBytes()).isZero();
    }

    private static BucketClosed mark(long bucket, int merger, long live) {
        return new BucketClosed(bucket, merger, new TreeMap<>(Map.of("number", new LiveKeys(live, live, live))));
    }
}
