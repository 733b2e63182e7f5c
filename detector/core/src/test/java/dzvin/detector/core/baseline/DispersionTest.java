package dzvin.detector.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dzvin.detector.core.Chance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispersionTest {
    @ParameterizedTest(name = "1/r = {0}")
    @ValueSource(doubles = {0.05, 0.1, 0.3, 0.8})
    void isRecoveredFromCounts(double excess) {
        var chance = new Chance(3);
        var learned = Dispersion.NONE;

        for (int i = 0; i < 20_000; i++) {
            learned = learned.with(chance.poisson(8 * chance.factor(excess)), 8, 1);
        }

        // Terms are capped at four deviations, which takes a little from the most dispersed.
        assertThat(learned.value()).isCloseTo(excess, within(0.15 * excess));
    }

    @Test
    void beforeAnythingIsSeenKeysAreTakenToVaryByATenth() {
        assertThat(Dispersion.NONE.value()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void ofPoissonCountsFallsToItsFloorAndNotBelow() {
        var chance = new Chance(4);
        var learned = Dispersion.NONE;

        for (int i = 0; i < 5000; i++) {
            learned = learned.with(chance.poisson(20), 20, 1);
        }

        assertThat(learned.value()).isEqualTo(0.02);
    }

    @Test
    void oneSurgeHardlyMovesIt() {
        var calm = Dispersion.NONE;
        for (int i = 0; i < 1000; i++) {
            calm = calm.with(i % 2 == 0 ? 4 : 16, 10, 1);
        }

        assertThat(calm.with(100_000, 10, 1).value()).isLessThan(calm.value() + 0.01);
    }

    @Test
    void manyWindowsAlikeCountAsManyOfThem() {
        var oneByOne = Dispersion.NONE;
        for (int i = 0; i < 9; i++) {
            oneByOne = oneByOne.with(0, 0.1, 1);
        }

        assertThat(Dispersion.NONE.with(0, 0.1, 9).squares()).isCloseTo(oneByOne.squares(), within(1e-12));
        assertThat(Dispersion.NONE.with(0, 0.1, 9).value()).isCloseTo(oneByOne.value(), within(1e-12));
    }

    @Test
    void forgettingLeadsBackToThePrior() {
        var learned = Dispersion.NONE.with(100, 10, 50).faded(1e-9);

        assertThat(learned.value()).isCloseTo(0.1, within(1e-6));
    }
}
