package dzvin.detector.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {
    private static final double POISSON = 1e9;

    @ParameterizedTest(name = "{1} or more where {0} are expected")
    @CsvSource({"0.1, 3", "1, 5", "3, 9", "10, 20", "30, 48"})
    void isHowOftenWindowsThatSlideOverAPoissonProcessReachACount(double mean, int count) {
        double claimed = Recurrence.perWindow(count, new NegativeBinomial(mean, POISSON));

        double seen = clumpsPerWindow(mean, count, 4e6);

        assertThat(claimed).isBetween(0.8 * seen, 1.5 * seen);
    }

    /** Clumps of sliding windows that hold {@code count} arrivals: a new one begins only a window length after the last. */
    private static double clumpsPerWindow(double mean, int count, double arrivals) {
        var random = new SplittableRandom(7);
        var latest = new ArrayDeque<Double>();
        double now = 0;
        double over = Double.NEGATIVE_INFINITY;
        long clumps = 0;
        for (long i = 0; i < arrivals; i++) {
            now -= StrictMath.log(1 - random.nextDouble()) / mean;
            latest.addLast(now);
            if (latest.size() > count) {
                latest.removeFirst();
            }
            if (latest.size() == count && now - latest.getFirst() < 1) {
                clumps += now > over ? 1 : 0;
                over = now + 1;
            }
        }
        return clumps / now;
    }

    @Property(seed = "20250627")
    void isNeverBelowTheChanceOfASingleWindow(
            @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 300) double mean,
            @ForAll @DoubleRange(min = 0.5, max = 50) double size,
            @ForAll @IntRange(min = 1, max = 2000) int count) {
        var baseline = new NegativeBinomial(mean, size);

        assertThat(Recurrence.perWindow(count, baseline))
                .isGreaterThanOrEqualTo(baseline.tail(count))
                .isLessThanOrEqualTo(1);
    }

    @Property(seed = "20250627")
    void oneMorePersonIsNeverMoreOrdinary(
            @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 300) double mean,
            @ForAll @DoubleRange(min = 0.5, max = 50) double size,
            @ForAll @IntRange(min = 1, max = 2000) int count) {
        var baseline = new NegativeBinomial(mean, size);
        long above = (long) StrictMath.ceil(mean + 2 * baseline.deviation()) + count;

        assertThat(Recurrence.perWindow(above + 1, baseline))
                .isLessThanOrEqualTo(Recurrence.perWindow(above, baseline));
    }

    @Test
    void whatIsExpectedIsNoWonder() {
        assertThat(Recurrence.perWindow(10, new NegativeBinomial(10, 20))).isEqualTo(1);
    }

    @Test
    void anOverdispersedKeyReachesACountMoreOftenThanAPoissonOne() {
        assertThat(Recurrence.perWindow(25, new NegativeBinomial(10, 5)))
                .isGreaterThan(10 * Recurrence.perWindow(25, new NegativeBinomial(10, POISSON)));
    }
}
