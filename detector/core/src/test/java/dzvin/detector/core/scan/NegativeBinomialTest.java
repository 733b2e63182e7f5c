package dzvin.detector.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class NegativeBinomialTest {
    private static final int ENOUGH = 40_000;

    @Property(tries = 60, seed = "20250627")
    void probabilitiesAddUpToOneWithTheStatedMeanAndVariance(
            @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 200) double mean,
            @ForAll @DoubleRange(min = 0.5, max = 60) double size) {
        var counts = new NegativeBinomial(mean, size);

        double sum = 0;
        double first = 0;
        double second = 0;
        for (int k = 0; k < ENOUGH; k++) {
            double p = StrictMath.exp(counts.logPmf(k));
            sum += p;
            first += k * p;
            second += (double) k * k * p;
        }

        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(first).isCloseTo(mean, within(1e-8 * (1 + mean)));
        assertThat(StrictMath.sqrt(second - first * first))
                .isCloseTo(counts.deviation(), within(1e-5 * (1 + counts.deviation())));
    }

    @Property(tries = 100, seed = "20250627")
    void theTailIsTheSumOfWhatLiesInIt(
            @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 50) double mean,
            @ForAll @DoubleRange(min = 0.5, max = 60) double size,
            @ForAll @IntRange(max = 200) int count) {
        var counts = new NegativeBinomial(mean, size);

        double tail = 0;
        for (int k = ENOUGH; k >= count; k--) {
            tail += StrictMath.exp(counts.logPmf(k));
        }

        assertThat(counts.tail(count)).isCloseTo(Math.min(1, tail), within(1e-9 * tail));
    }

    @Test
    void ofHugeSizeIsPoisson() {
        var counts = new NegativeBinomial(2, 1e6);

        assertThat(StrictMath.exp(counts.logPmf(0))).isCloseTo(StrictMath.exp(-2), within(1e-6));
        assertThat(StrictMath.exp(counts.logPmf(3))).isCloseTo(8.0 / 6 * StrictMath.exp(-2), within(1e-6));
    }

    @Test
    void ofSizeOneIsGeometric() {
        var counts = new NegativeBinomial(1, 1);

        assertThat(counts.tail(10)).isCloseTo(StrictMath.pow(0.5, 10), within(1e-15));
    }

    @Test
    void everyCountIsAtLeastNought() {
        assertThat(new NegativeBinomial(3, 2).tail(0)).isEqualTo(1);
    }

    @Test
    void needsAPositiveFiniteMeanAndSize() {
        assertThatThrownBy(() -> new NegativeBinomial(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NegativeBinomial(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NegativeBinomial(Double.POSITIVE_INFINITY, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
