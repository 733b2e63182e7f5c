package dzvin.detector.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dzvin.detector.core.Chance;
import dzvin.detector.core.campaign.Unlikeness.Part;
import dzvin.detector.core.scan.NegativeBinomial;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Means over many draws of parts of unequal size. */
class UnlikenessTest {
    private static final int DRAWS = 4_000;
    private static final int PARTS = 20;
    private static final double STEADY = 1e6;
    private static final double UNSTEADY = 10;

    private final Chance chance = new Chance(5);

    @Test
    void isNoughtOnAverageWhenEverythingRisesAlike() {
        assertThat(mean(part -> 3, STEADY)).isCloseTo(0, within(0.02));
    }

    @Test
    void isNoughtOnAverageWhenBusyTimesAreAsUnlikeAsUsual() {
        assertThat(mean(part -> 3, UNSTEADY)).isCloseTo(0, within(0.03));
    }

    @Test
    void tellsTheShareOfTheStreamThatRisesEvenly() {
        assertThat(mean(part -> part < PARTS / 2 ? 3 : 1, STEADY)).isCloseTo(1, within(0.05));
        // A ratio of estimates is biased upwards where the lift is small.
        assertThat(mean(part -> part < PARTS / 4 ? 3 : 1, STEADY)).isCloseTo(3, within(0.4));
    }

    @Test
    void standardErrorIsAsWideAsEstimatesAre() {
        double squares = 0;
        double told = 0;
        for (int i = 0; i < DRAWS; i++) {
            var drawn = draw(part -> 3, STEADY);
            squares += drawn.variance() * drawn.variance();
            told += drawn.error();
        }
        assertThat(told / DRAWS).isCloseTo(StrictMath.sqrt(squares / DRAWS), within(0.03));
    }

    @Test
    void anEvenRiseCoversTheStreamAndARiseOfHalfOfItDoesNot() {
        int even = 0;
        int half = 0;
        for (int i = 0; i < DRAWS; i++) {
            even += draw(part -> 3, STEADY).covers(0.6) ? 1 : 0;
            half += draw(part -> part < PARTS / 2 ? 3 : 1, STEADY).covers(0.6) ? 1 : 0;
        }
        assertThat(even).isGreaterThan(DRAWS * 8 / 10);
        assertThat(half).isLessThan(DRAWS / 50);
    }

    @Test
    void partsOfWhichHardlyAnythingIsExpectedAreTakenTogether() {
        var parts = IntStream.range(0, 10)
                .mapToObj(part -> new Part(part % 5 == 0 ? 1 : 0, new NegativeBinomial(0.1, STEADY)))
                .toList();

        assertThat(Unlikeness.of(parts).parts()).isEqualTo(1);
    }

    private double mean(IntToDoubleFunction lift, double size) {
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += draw(lift, size).variance();
        }
        return sum / DRAWS;
    }

    private Unlikeness draw(IntToDoubleFunction lift, double size) {
        return Unlikeness.of(IntStream.range(0, PARTS)
                .mapToObj(part -> {
                    double usual = 4 + part % 5;
                    double busy = size == STEADY ? 1 : chance.factor(1 / size);
                    return new Part(
                            chance.poisson(lift.applyAsDouble(part) * usual * busy), new NegativeBinomial(usual, size));
                })
                .toList());
    }
}
