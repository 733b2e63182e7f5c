package dzvin.detector.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** More people can only strengthen what speaks for a surge. */
class MonotoneTest {
    @Property(seed = "20250627", tries = 500)
    void onePersonMoreIsNeverBroughtByChanceMoreOften(
            @ForAll @DoubleRange(min = 0.01, max = 200) double mean,
            @ForAll @DoubleRange(min = 0.5, max = 50) double size,
            @ForAll @IntRange(min = 1, max = 200) int above) {
        var baseline = new NegativeBinomial(mean, size);
        // The recurrence holds well above the mean; from three deviations on it falls with every count.
        long count = (long) StrictMath.ceil(mean + 3 * baseline.deviation()) + above;

        assertThat(Recurrence.perWindow(count + 1, baseline))
                .isLessThanOrEqualTo(Recurrence.perWindow(count, baseline));
    }

    @Property(seed = "20250627", tries = 500)
    void onePersonMoreIsNeverLessEvidence(
            @ForAll @DoubleRange(min = 0.01, max = 200) double mean,
            @ForAll @DoubleRange(min = 0.5, max = 50) double size,
            @ForAll @IntRange(min = 0, max = 1000) int count) {
        var baseline = new NegativeBinomial(mean, size);

        assertThat(SurgeEvidence.log(count + 1, baseline)).isGreaterThanOrEqualTo(SurgeEvidence.log(count, baseline));
    }

    @Property(seed = "20250627", tries = 500)
    void aLargerBudgetOrFewerKeysNeverLowerAShare(
            @ForAll @DoubleRange(min = 0.01, max = 100) double budget,
            @ForAll @IntRange(min = 1, max = 100_000) int keys) {
        var once = new AlarmBudget(budget, 5, 5);

        assertThat(new AlarmBudget(2 * budget, 5, 5).share(keys)).isGreaterThan(once.share(keys));
        assertThat(once.share(keys + 1L)).isLessThan(once.share(keys));
    }
}
