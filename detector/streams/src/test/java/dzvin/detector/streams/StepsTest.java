package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final int MEGABYTE = 1 << 20;

    /** Sizes of buckets that can be worked off. */
    private final List<Integer> waiting = new ArrayList<>();

    private int workedOff;

    @Test
    void aStepEndsWithTheBucketThatFillsIt() {
        var steps = steps(1);
        waits(100, MEGABYTE);

        steps.step();

        assertThat(workedOff).isEqualTo(8);
    }

    @Test
    void tasksThatMayBeOnOneThreadShareAStep() {
        var steps = steps(4);
        waits(100, MEGABYTE);

        steps.step();

        assertThat(workedOff).isEqualTo(2);
    }

    @Test
    void aBucketThatIsLargerThanAStepIsWorkedOff() {
        var steps = steps(1);
        waits(2, 100 * MEGABYTE);

        steps.step();

        assertThat(workedOff).isEqualTo(1);
    }

    @Test
    void bucketsOfNothingAreBoundedByTheirNumber() {
        var steps = steps(1);
        waits(2_500, 0);

        steps.step();

        assertThat(workedOff).isEqualTo(1_000);
    }

    @Test
    void aStepEndsWhenNothingIsLeft() {
        var steps = steps(1);
        waits(3, 1);

        steps.step();

        assertThat(workedOff).isEqualTo(3);
        assertThat(steps.isBehind()).isFalse();
    }

    @Test
    void aRecordTakesAStepUnlessThereIsMoreFromBefore() {
        var steps = steps(1);

        steps.take(() -> waits(10, MEGABYTE));
        assertThat(workedOff).isEqualTo(8);

        steps.take(() -> waits(10, MEGABYTE));
        assertThat(workedOff).isEqualTo(8);
    }

    private Steps steps(int tasks) {
        return new Steps(
                () -> !waiting.isEmpty(),
                () -> waiting.stream().mapToLong(Integer::longValue).sum(),
                () -> {
                    waiting.remove(0);
                    workedOff++;
                },
                tasks);
    }

    private void waits(int buckets, int bytes) {
        for (int i = 0; i < buckets; i++) {
            waiting.add(bytes);
        }
    }
}
