package dzvin.detector.core.count;

import static dzvin.detector.core.Reports.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.state.UnfitStateException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionCounterTest {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Collected out = new Collected();
    private final PartitionCounter counter = new PartitionCounter(TestPolicies.standard(), Tables.inMemory());

    @Test
    void aBucketClosesOnceTheWatermarkHasReachedItsEndAndGrace() {
        counter.report(aReport("a", 3 * MINUTE).from("UA-32").build(), out);
        counter.heartbeat(7 * MINUTE - 1, out);
        assertThat(out.cells).isEmpty();

        counter.heartbeat(7 * MINUTE, out);

        assertThat(out.of("region=UA-32").cell().cell().reports()).isEqualTo(1);
        assertThat(out.closedThrough).containsExactly(-1L, 0L);
    }

    @Test
    void aReportIsCountedInEachOfItsKeys() {
        counter.report(
                aReport("a", 0)
                        .from("UA-32")
                        .saying("x", "y")
                        .byNumber("+380441234567")
                        .build(),
                out);
        counter.heartbeat(10 * MINUTE, out);

        assertThat(out.cells)
                .extracting(cell -> cell.cell().key().text())
                .containsExactly(
                        "all",
                        "feature=x",
                        "feature=y",
                        "number-block=+38044123",
                        "number=+380441234567",
                        "region=UA-32",
                        "region=UA-32,feature=x",
                        "region=UA-32,feature=y");
    }

    @Test
    void aRestartInTheMiddleOfAFloodForgetsTheSameKeys() {
        var tables = Tables.inMemory();
        numbers(0, 2 * PartitionCounter.MOST_OPEN_KEYS, counter, out);
        numbers(
                0,
                PartitionCounter.MOST_OPEN_KEYS + 10_000,
                new PartitionCounter(TestPolicies.standard(), tables),
                out);
        var restarted = new PartitionCounter(TestPolicies.standard(), tables);
        numbers(PartitionCounter.MOST_OPEN_KEYS + 10_000, 2 * PartitionCounter.MOST_OPEN_KEYS, restarted, out);

        assertThat(counter.openKeys()).isLessThanOrEqualTo(PartitionCounter.MOST_OPEN_KEYS + 2);
        assertThat(counter.forgottenKeys()).isPositive().isEqualTo(restarted.forgottenKeys());
        assertThat(closed(restarted)).isEqualTo(closed(counter));
    }

    private static void numbers(int from, int to, PartitionCounter counter, Collected out) {
        for (int i = from; i < to; i++) {
            counter.report(aReport("r" + i, 0).byNumber("+" + (1_000_000 + i)).build(), out);
        }
    }

    private static List<TravellingCell> closed(PartitionCounter counter) {
        var out = new Collected();
        counter.heartbeat(10 * MINUTE, out);
        return out.cells;
    }

    @Test
    void aReportSeenAgainWithinTheHorizonCountsOnce() {
        counter.report(aReport("a", 0).from("UA-32").build(), out);
        counter.report(aReport("a", MINUTE).from("UA-32").build(), out);
        counter.heartbeat(10 * MINUTE, out);
        counter.report(
                aReport("a", Duration.ofDays(7).toMillis() - 1).from("UA-32").build(), out);

        assertThat(out.of("region=UA-32").cell().cell().reports()).isEqualTo(1);
        assertThat(counter.counts()).isEqualTo(new PartitionCounts(3, 1, 2, 0));
    }

    @Test
    void aReportSeenAgainAfterTheHorizonCountsAgain() {
        counter.report(aReport("a", 0).from("UA-32").build(), out);
        counter.report(aReport("a", Duration.ofDays(7).toMillis()).from("UA-32").build(), out);

        assertThat(counter.counts()).isEqualTo(new PartitionCounts(2, 2, 0, 0));
    }

    @Test
    void aReportAfterItsBucketHasClosedIsLateAndLeavesWithTheOldestOpenBucket() {
        counter.heartbeat(12 * MINUTE, out);
        counter.report(aReport("a", 4 * MINUTE).from("UA-32").build(), out);
        counter.heartbeat(17 * MINUTE, out);

        var late = out.of("region=UA-32");
        assertThat(late.arrival()).isEqualTo(Arrival.LATE);
        assertThat(late.cell().bucket()).isEqualTo(0);
        assertThat(late.closing()).isEqualTo(2);
        assertThat(counter.counts()).isEqualTo(new PartitionCounts(1, 0, 0, 1));
    }

    @Test
    void theSameReportFromTheSamePersonTwiceIsOnePersonWithTwoReports() {
        counter.report(aReport("a", 0).from("UA-32").reportedBy("p").build(), out);
        counter.report(aReport("b", 0).from("UA-32").reportedBy("p").build(), out);
        counter.report(aReport("c", 0).from("UA-32").build(), out);
        counter.heartbeat(10 * MINUTE, out);

        var cell = out.of("region=UA-32").cell().cell();
        assertThat(cell.reports()).isEqualTo(3);
        assertThat(cell.people()).isEqualTo(2);
    }

    @Test
    void timeThatGoesBackClosesNothing() {
        counter.heartbeat(60 * MINUTE, out);
        counter.heartbeat(10 * MINUTE, out);

        assertThat(out.closedThrough).containsExactly(10L);
        assertThat(counter.watermark()).isEqualTo(60 * MINUTE);
    }

    @Test
    void aRecordThatWasReadBeforeIsPassedOverHoweverLongAgoAlsoAfterARestart() {
        var tables = Tables.inMemory();
        var first = new PartitionCounter(TestPolicies.standard(), tables);
        for (int offset = 0; offset < 3; offset++) {
            assertThat(first.moveTo(offset, offset * MINUTE)).isTrue();
            first.report(aReport("r" + offset, offset * MINUTE).build(), out);
        }
        first.moveTo(3, Duration.ofDays(30).toMillis());
        first.heartbeat(Duration.ofDays(30).toMillis(), out);

        var second = new PartitionCounter(TestPolicies.standard(), tables);

        assertThat(second.moveTo(0, 0)).isFalse();
        assertThat(second.moveTo(3, Duration.ofDays(30).toMillis())).isFalse();
        assertThat(second.moveTo(4, 0)).isTrue();
        assertThat(second.counts()).isEqualTo(first.counts());
    }

    @Test
    void aNewerRecordWhereOneWasReadBeforeIsOfAnotherLogAndNotPassedOverInSilence() {
        counter.moveTo(7, MINUTE);
        counter.heartbeat(MINUTE, out);

        assertThatThrownBy(() -> counter.moveTo(0, 2 * MINUTE))
                .isInstanceOf(UnfitStateException.class)
                .hasMessageContaining("up to offset 8")
                .hasMessageContaining("offset 0")
                .hasMessageContaining("another detector.applicationId");
    }

    @Test
    void aLogWithoutOffsetsIsReadAsItComes() {
        counter.report(aReport("a", 0).build(), out);

        assertThat(counter.nextOffset()).isEqualTo(Long.MIN_VALUE);
        assertThat(counter.counts().counted()).isEqualTo(1);
    }
}
