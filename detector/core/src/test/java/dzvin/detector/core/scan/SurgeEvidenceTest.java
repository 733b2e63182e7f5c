package dzvin.detector.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class SurgeEvidenceTest {
    private static final int ENOUGH = 20_000;

    @Property(tries = 40, seed = "20250627")
    void itsMeanUnderItsBaselineIsAtMostOneAndNearlyOne(
            @ForAll @DoubleRange(min = 0.01, max = 3) double mean,
            @ForAll @DoubleRange(min = 5, max = 50) double size) {
        var baseline = new NegativeBinomial(mean, size);

        double sum = 0;
        for (int k = 0; k < ENOUGH; k++) {
            sum += StrictMath.exp(baseline.logPmf(k) + SurgeEvidence.log(k, baseline));
        }

        assertThat(sum).isLessThanOrEqualTo(1 + 1e-9).isGreaterThan(0.98);
    }

    @Property(tries = 40, seed = "20250627")
    void theRatioOfEachLiftHasMeanOne(
            @ForAll @DoubleRange(min = 0.01, max = 5) double mean,
            @ForAll @DoubleRange(min = 1, max = 50) double size,
            @ForAll @DoubleRange(min = 1.1, max = 8) double lift) {
        var baseline = new NegativeBinomial(mean, size);

        double sum = 0;
        for (int k = 0; k < ENOUGH; k++) {
            sum += StrictMath.exp(baseline.logPmf(k) + SurgeEvidence.logRatio(k, baseline, lift));
        }

        assertThat(sum).isCloseTo(1, within(1e-8));
    }

    @Property(seed = "20250627")
    void moreReportsAreMoreEvidence(
            @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 1000) double mean,
            @ForAll @DoubleRange(min = 0.5, max = 50) double size,
            @ForAll @IntRange(max = 5000) int count) {
        var baseline = new NegativeBinomial(mean, size);

        assertThat(SurgeEvidence.log(count + 1L, baseline)).isGreaterThan(SurgeEvidence.log(count, baseline));
    }

    @Test
    void silenceSpeaksForTheBaseline() {
        assertThat(SurgeEvidence.log(0, new NegativeBinomial(10, 20))).isNegative();
    }

    @Test
    void aCountThatNoDoubleCouldHoldTheEvidenceOfStaysFinite() {
        assertThat(SurgeEvidence.log(1_000_000, new NegativeBinomial(1, 10)))
                .isFinite()
                .isGreaterThan(1000);
    }
}
