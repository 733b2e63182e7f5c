package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.view.ViewKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** I6: a flood of fresh numbers cannot exhaust the memory, and does not hide a number that matters. */
class FloodTest {
    private static final int BOUND = 2_000;
    private static final int BUCKETS = 20;
    private static final int FRESH_A_BUCKET = 2_000;

    private final Collected out = new Collected();
    private final BucketMerger merger =
            new BucketMerger(TestPolicies.standard(), 0, 1, new MergerBounds(BOUND, Long.MAX_VALUE), Tables.inMemory());

    @Test
    void aFloodOfFreshNumbersIsForgottenBeyondTheBound() {
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            for (int i = 0; i < FRESH_A_BUCKET; i++) {
                merger.cell(0, cell("number=+3805" + (bucket * FRESH_A_BUCKET + i), bucket, i));
            }
            merger.closedThrough(0, bucket, out);
        }

        assertThat(merger.liveKeys()).isLessThanOrEqualTo(BOUND);
        assertThat(merger.forgottenKeys()).isGreaterThanOrEqualTo((BUCKETS - 1L) * FRESH_A_BUCKET);
    }

    @Test
    void aNumberThatTwoPeopleHaveReportedOutlivesTheFlood() {
        merger.cell(0, cell("number=+380441234567", 0, 1));
        merger.closedThrough(0, 0, out);
        merger.cell(0, cell("number=+380441234567", 1, 2));
        merger.closedThrough(0, 1, out);
        for (int i = 0; i < 5 * BOUND; i++) {
            merger.cell(0, cell("number=+3805" + i, 2, i));
        }
        merger.closedThrough(0, 2, out);

        merger.cell(0, cell("number=+380441234567", 3, 3));
        merger.closedThrough(0, 3, out);

        assertThat(out.cells).extracting(cell -> cell.cell().bucket()).containsExactly(0L, 1L, 3L);
    }

    /** Nothing of a forgotten key is read; what is left must add up all the same. */
    @Test
    void whatIsAliveAddsUpWhenKeysOfOnePersonAndOfTwoWereForgotten() {
        for (int i = 0; i < 3 * BOUND; i++) {
            merger.cell(0, cell("number=+3805" + i, 0, i));
        }
        merger.closedThrough(0, 0, out);
        assertThat(alive()).isEqualTo(new LiveKeys(BOUND, BOUND, BOUND));

        for (int i = 0; i < 3 * BOUND; i++) {
            merger.cell(0, cellOfTwo("number=+3806" + i, 1, i));
        }
        merger.closedThrough(0, 1, out);
        assertThat(alive()).isEqualTo(new LiveKeys(BOUND, 2L * BOUND, 4L * BOUND));
    }

    private LiveKeys alive() {
        return out.closed.get(out.closed.size() - 1).live().get("number");
    }

    private static TravellingCell cellOfTwo(String key, long bucket, long person) {
        var one = cell(key, bucket, person).cell().cell();
        var other = cell(key, bucket, -1 - person).cell().cell();
        return TravellingCell.onTime(new KeyCell(new ViewKey("number", key), bucket, one.merge(other)));
    }

    private static TravellingCell cell(String key, long bucket, long person) {
        var digest = new Digest(
                "r" + person, 0, OptionalLong.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        return TravellingCell.onTime(new KeyCell(new ViewKey("number", key), bucket, Cell.of(person, digest)));
    }
}
