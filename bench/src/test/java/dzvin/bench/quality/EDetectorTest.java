package dzvin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dzvin.detector.core.scan.NegativeBinomial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EDetectorTest {
    private static final double SIZE = 3;
    /** So small that a thousand times as many are few enough to add up over all counts. */
    private static final double MEAN = 0.001;

    private static final int MOST = 250;
    private static final NegativeBinomial HOUR = new NegativeBinomial(MEAN, SIZE);

    @ParameterizedTest
    @EnumSource(EDetector.Kind.class)
    void ofOneHourItsMeanIsOne(EDetector.Kind kind) {
        double mean = 0;
        for (int count = 0; count < MOST; count++) {
            mean += StrictMath.exp(HOUR.logPmf(count) + new EDetector(kind).take(0, count, HOUR));
        }

        assertThat(mean).isCloseTo(1, within(1e-6));
    }

    /** Two hours of a day with one gamma factor: so many in both together, each in one or the other as a coin falls. */
    @Test
    void overTwoHoursOfADayItsMeanIsTheirNumberOnlyIfItKnowsTheDay() {
        assertThat(meanOfTwoHours(EDetector.Kind.SR)).isCloseTo(2, within(1e-6));
        assertThat(meanOfTwoHours(EDetector.Kind.SR_OF_HOURS)).isGreaterThan(2.01);
    }

    @Test
    void startsThatAreNoLongerLikelyAreForgottenByTheCusumAndAddedUpByTheSum() {
        var sum = new EDetector(EDetector.Kind.SR);
        var largest = new EDetector(EDetector.Kind.CUSUM);
        double added = 0;
        double best = 0;
        for (int hour = 0; hour < 5; hour++) {
            added = sum.take(hour, 2, HOUR);
            best = largest.take(hour, 2, HOUR);
        }

        assertThat(added).isGreaterThan(best);
        largest.restart();
        assertThat(largest.take(24, 0, HOUR)).isNegative();
    }

    private static double meanOfTwoHours(EDetector.Kind kind) {
        var both = new NegativeBinomial(2 * MEAN, SIZE);
        double mean = 0;
        for (int total = 0; total < MOST; total++) {
            // In logarithms: what is hardly ever counted weighs most under the largest lift.
            double split = both.logPmf(total) + total * StrictMath.log(0.5);
            for (int first = 0; first <= total; first++) {
                var detector = new EDetector(kind);
                detector.take(0, first, HOUR);
                mean += StrictMath.exp(split + detector.take(1, total - first, HOUR));
                split += first < total ? StrictMath.log((double) (total - first) / (first + 1)) : 0;
            }
        }
        return mean;
    }
}
