package dzvin.detector.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dzvin.detector.core.Chance;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest(name = "clumping {0}, 1/r of large keys {1}")
    @CsvSource({"0.5, 0.1", "1.5, 0.1", "1.5, 0.3", "3, 0.05"})
    void clumpsAreToldFromBusyTimesByKeysOfUnlikeSize(double clumping, double busyness) {
        var chance = new Chance(5);
        var learned = Dispersion.NONE;

        for (int i = 0; i < 30_000; i++) {
            double mean = 0.2 * StrictMath.pow(2, i % 9);
            learned = learned.with(clumps(chance, mean, clumping, busyness), mean, 1);
        }

        // What is capped, and the priors, take some of it.
        assertThat(learned.clumping()).isBetween(0.6 * clumping, 1.1 * clumping);
        assertThat(learned.value()).isCloseTo(busyness, within(0.25 * busyness + 0.02));
    }

    /** Clumps of geometric size, mean 1 + φ/2, whose sum has the variance (1 + φ) times its mean. */
    private static int clumps(Chance chance, double mean, double clumping, double busyness) {
        double size = 1 + clumping / 2;
        int clumps = chance.poisson(mean * chance.factor(busyness) / size);
        int count = clumps;
        for (int i = 0; i < clumps; i++) {
            while (chance.uniform() > 1 / size) {
                count++;
            }
        }
        return count;
    }

    @Test
    void whereKeysAreAlikeInSizeBusyTimesTakeItAll() {
        var chance = new Chance(6);
        var learned = Dispersion.NONE;

        for (int i = 0; i < 5_000; i++) {
            learned = learned.with(chance.poisson(4 * chance.factor(0.4)), 4, 1);
        }

        assertThat(learned.clumping()).isLessThan(0.02);
        assertThat(learned.value()).isCloseTo(0.4, within(0.06));
    }

    @Test
    void keysThatExpectHardlyAnythingTeachNoClumps() {
        var chance = new Chance(7);
        var learned = Dispersion.NONE;

        for (int i = 0; i < 100_000; i++) {
            double mean = i % 2 == 0 ? 0.003 : 3;
            learned = learned.with(chance.poisson(mean), mean, 1);
        }

        assertThat(learned.clumping()).isLessThan(0.03);
    }

    @Property(tries = 200)
    void aFewHoursTeachNoMoreClumpingThanIsReckonedWith(
            @ForAll @DoubleRange(min = 0.01, max = 50) double mean,
            @ForAll @IntRange(max = 3_000) int before,
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double small) {
        var chance = new Chance(before + 1L);
        var learned = Dispersion.NONE;
        for (int i = 0; i < before; i++) {
            learned = learned.with(chance.poisson(mean), mean, 1);
        }

        assertThat(learned.with(2, small, 1).clumping()).isLessThanOrEqualTo(learned.mostClumping());
    }

    @Property(tries = 200)
    void neitherIsEverNegativeNorWithoutBound(
            @ForAll @Size(max = 30) List<@DoubleRange(min = 0.01, max = 500) Double> means,
            @ForAll @IntRange(max = 2_000) int count,
            @ForAll @IntRange(min = 1, max = 1_000) int windows) {
        var learned = Dispersion.NONE;
        for (double mean : means) {
            learned = learned.with(count, mean, windows).with(0, mean, 1).faded(0.9);
        }

        assertThat(learned.clumping()).isBetween(0.0, 20.0);
        assertThat(learned.value()).isBetween(0.02, 2.0);
    }
}
