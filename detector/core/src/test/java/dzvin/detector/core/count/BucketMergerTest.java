package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BucketMergerTest {
    private static final ViewKey REGION = new ViewKey("region", "region=UA-32");
    private static final ViewKey NUMBER = new ViewKey("number", "number=+380441234567");
    private static final int BUCKETS_A_DAY = 288;

    private final Collected out = new Collected();
    private final BucketMerger merger = new BucketMerger(TestPolicies.standard(), 0, 2, Tables.inMemory());

    @Test
    void aBucketClosesWhenEverySourcePartitionHasClosedIt() {
        merger.cell(0, onTime(REGION, 5, 1));
        merger.closedThrough(0, 5, out);
        assertThat(out.closed).isEmpty();

        merger.closedThrough(1, 5, out);

        assertThat(out.cells).hasSize(1);
        assertThat(out.closed).extracting(BucketClosed::bucket).containsExactly(5L);
    }

    @Test
    void partitionsAreAddedUpAndARepeatReplacesItself() {
        merger.cell(0, onTime(REGION, 5, 1));
        merger.cell(1, onTime(REGION, 5, 2));
        merger.cell(1, onTime(REGION, 5, 2));
        closeThrough(5);
        merger.cell(0, onTime(REGION, 5, 1));
        closeThrough(6);

        assertThat(out.cells).hasSize(1);
        assertThat(out.of("region=UA-32").cell().cell().people()).isEqualTo(2);
    }

    @Test
    void whatWaitsIsShownUntilItsBucketClosesAndARepeatAddsNothing() {
        var batch = CellBatch.of(onTime(REGION, 5, 1));
        merger.cells(0, batch);
        long one = merger.waitingBytes();
        merger.cells(0, batch);
        assertThat(merger.waitingBytes()).isEqualTo(one).isPositive();

        closeThrough(5);

        assertThat(merger.waitingBytes()).isZero();
    }

    @Test
    void whatManyBucketsHaveWaitedWithIsClosedOneByOne() {
        merger.cell(0, onTime(REGION, 5, 1));
        merger.cell(0, onTime(REGION, 7, 2));
        merger.closedThrough(0, 500);
        assertThat(merger.canClose()).isFalse();
        merger.closedThrough(1, 500);

        var steps = new ArrayList<Long>();
        while (merger.canClose()) {
            merger.closeNext(out);
            steps.add(merger.closed());
        }

        assertThat(steps).containsExactly(5L, 7L, 500L);
        assertThat(out.closed).extracting(BucketClosed::bucket).containsExactly(5L, 7L, 500L);
    }

    @Test
    void aMergerBuiltAnewBetweenTwoStepsGoesOnWithTheNextOne() {
        var tables = Tables.inMemory();
        var before = new BucketMerger(TestPolicies.standard(), 0, 2, tables);
        before.cell(0, onTime(REGION, 5, 1));
        before.cell(0, onTime(REGION, 7, 2));
        before.closedThrough(0, 7);
        before.closedThrough(1, 7);
        before.closeNext(out);

        var anew = new BucketMerger(TestPolicies.standard(), 0, 2, tables);

        assertThat(anew.closed()).isEqualTo(5);
        assertThat(anew.canClose()).isTrue();
        anew.closeNext(out);
        assertThat(anew.canClose()).isFalse();
        assertThat(out.closed).extracting(BucketClosed::bucket).containsExactly(5L, 7L);
    }

    @Test
    void anIdleStretchIsToldByItsNewestBucket() {
        closeThrough(5);
        closeThrough(500);

        assertThat(out.closed).extracting(BucketClosed::bucket).containsExactly(5L, 500L);
    }

    @Test
    void aNumberIsHeldBackUntilThreePeopleHaveReportedIt() {
        merger.cell(0, onTime(NUMBER, 5, 1));
        closeThrough(5);
        merger.cell(1, onTime(NUMBER, 7, 2));
        closeThrough(7);
        assertThat(out.cells).isEmpty();

        merger.cell(0, onTime(NUMBER, 9, 3));
        closeThrough(9);

        assertThat(out.cells)
                .extracting(TravellingCell::arrival, cell -> cell.cell().bucket())
                .containsExactly(tuple(Arrival.EARLIER, 5L), tuple(Arrival.EARLIER, 7L), tuple(Arrival.ON_TIME, 9L));
    }

    @Test
    void onePersonWhoNeverTiresDoesNotMakeANumberGrown() {
        for (int bucket = 0; bucket < 1_000; bucket++) {
            merger.cell(0, onTime(NUMBER, bucket, 1));
            closeThrough(bucket);
        }

        assertThat(out.cells).isEmpty();
        assertThat(merger.liveKeys()).isEqualTo(1);
    }

    @Test
    void peopleFurtherApartThanTheLongestScaleDoNotMakeANumberGrown() {
        merger.cell(0, onTime(NUMBER, 0, 1));
        closeThrough(0);
        merger.cell(0, onTime(NUMBER, 1, 2));
        closeThrough(1);
        merger.cell(0, onTime(NUMBER, 9 * BUCKETS_A_DAY, 3));
        closeThrough(9 * BUCKETS_A_DAY);

        assertThat(out.cells).isEmpty();
    }

    @Test
    void whatIsAliveIsSummedUpAndEndsWithinEightDaysOfSilence() {
        merger.cell(0, onTime(NUMBER, 5, 1));
        merger.cell(1, onTime(NUMBER, 5, 2));
        merger.cell(1, onTime(new ViewKey("number", "number=+380441234568"), 5, 2));
        closeThrough(5);
        closeThrough(20 * BUCKETS_A_DAY);

        assertThat(out.closed)
                .extracting(BucketClosed::bucket, closed -> closed.live().get("number"))
                .containsExactly(
                        tuple(5L, new LiveKeys(2, 3, 5)),
                        tuple(8L * BUCKETS_A_DAY, LiveKeys.NONE),
                        tuple(20L * BUCKETS_A_DAY, LiveKeys.NONE));
    }

    @Test
    void aLateCellThatMakesANumberGrownBringsTheEarlierOnes() {
        merger.cell(0, onTime(NUMBER, 5, 1));
        merger.cell(0, onTime(NUMBER, 6, 2));
        closeThrough(8);
        merger.cell(1, new TravellingCell(9, Arrival.LATE, new KeyCell(NUMBER, 4, cell(3))));
        closeThrough(9);

        assertThat(out.cells)
                .extracting(TravellingCell::arrival, cell -> cell.cell().bucket())
                .containsExactly(tuple(Arrival.EARLIER, 5L), tuple(Arrival.EARLIER, 6L), tuple(Arrival.LATE, 4L));
    }

    private void closeThrough(long bucket) {
        merger.closedThrough(0, bucket, out);
        merger.closedThrough(1, bucket, out);
    }

    private static TravellingCell onTime(ViewKey key, long bucket, long person) {
        return TravellingCell.onTime(new KeyCell(key, bucket, cell(person)));
    }

    private static Cell cell(long person) {
        return Cell.of(
                person,
                new Digest(
                        "report-" + person,
                        0,
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }
}
