package dzvin.detector.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dzvin.detector.core.Chance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void ofCountsThatDoubleEveryDayIsADay() {
        var exact = new ArrayList<Growth.Step>();
        for (int hour = 0; hour < 96; hour++) {
            exact.add(new Growth.Step(hour, 2 * StrictMath.pow(2, hour / 24.0), 1));
        }

        assertThat(Growth.doubling(exact).orElseThrow().value()).isCloseTo(24, within(0.01));
    }

    @Test
    void theIntervalHoldsTheTruthAboutNineteenTimesOfTwenty() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            var doubling = Growth.doubling(growing(72, 1, 20, new Chance(seed))).orElseThrow();
            held += doubling.low() <= 20 && doubling.high() >= 20 ? 1 : 0;
        }

        assertThat(held).isBetween(180, 200);
    }

    @Test
    void aBusyHourIsNoGrowth() {
        var rhythm = new ArrayList<Growth.Step>();
        for (int hour = 0; hour < 14; hour++) {
            double exposure = hour < 7 ? 0.1 : 1.5;
            rhythm.add(new Growth.Step(hour, 20 * exposure, exposure));
        }

        assertThat(Growth.doubling(rhythm)).isEmpty();
    }

    @Test
    void isNotClaimedOfSteadyOrFallingOrTooFewCounts() {
        assertThat(Growth.doubling(growing(72, 4, 1e9, new Chance(1)))).isEmpty();
        assertThat(Growth.doubling(growing(72, 60, -20, new Chance(1)))).isEmpty();
        assertThat(Growth.doubling(growing(10, 0.2, 5, new Chance(1)))).isEmpty();
        assertThat(Growth.doubling(List.of())).isEmpty();
    }

    private static List<Growth.Step> growing(int hours, double first, double doubling, Chance chance) {
        var steps = new ArrayList<Growth.Step>();
        for (int hour = 0; hour < hours; hour++) {
            steps.add(new Growth.Step(hour, chance.poisson(first * StrictMath.pow(2, hour / doubling)), 1));
        }
        return steps;
    }
}
