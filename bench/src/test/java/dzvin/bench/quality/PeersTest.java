package dzvin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeersTest {
    @Nested
    class EarsOfEight {
        /** Seven days of mean 2 and deviation 1, a gap of two quiet days, then six. */
        private final int[] counts = {1, 2, 3, 2, 1, 2, 3, 2, 2, 6};

        @Test
        void c2CountsDeviationsAboveTheSevenDaysThatEndThreeDaysBefore() {
            double deviation = StrictMath.sqrt(4.0 / 6);

            assertThat(DailyPeers.c2(counts)[9]).isCloseTo((6 - 2) / deviation, within(1e-9));
        }

        @Test
        void c1CountsThemAboveTheSevenDaysBefore() {
            // 3, 2, 1, 2, 3, 2, 2: mean 15/7.
            double mean = 15.0 / 7;
            double deviation = StrictMath.sqrt((35 - 7 * mean * mean) / 6);

            assertThat(DailyPeers.c1(counts)[9]).isCloseTo((6 - mean) / deviation, within(1e-9));
        }

        @Test
        void c3AddsWhatC2ShowedBeyondOneDeviationInThreeDays() {
            var c2 = DailyPeers.c2(counts);

            assertThat(DailyPeers.c3(counts)[9]).isCloseTo(c2[9] - 1, within(1e-9));
        }
    }

    @Nested
    class EssencesSwitch {
        private final int[] flat = new int[31];
        private final int[] rising = new int[31];

        EssencesSwitch() {
            Arrays.setAll(flat, week -> 10 + week % 2);
            Arrays.setAll(rising, week -> 10 + 3 * week + week % 2);
        }

        @Test
        void expectsThatALineGoesOn() {
            assertThat(EssenceSwitch.rings(rising, 30)).isFalse();

            rising[30] += 10;

            assertThat(EssenceSwitch.rings(rising, 30)).isTrue();
        }

        @Test
        void watchesTheAverageWhereNoLineExplainsTheCounts() {
            assertThat(EssenceSwitch.rings(flat, 30)).isFalse();

            flat[30] += 5;

            assertThat(EssenceSwitch.rings(flat, 30)).isTrue();
        }
    }

    @Test
    void theCusumOfADayIsWhatItBringsBeyondTheReferenceOfTheBaseline() {
        var counts = new int[31];
        Arrays.setAll(counts, day -> day % 2 * 2);
        counts[30] = 9;

        double sum = DailyPeers.cusum(counts, 100)[30];

        // Mean 1, variance 28/27: the reference lies between the mean and three deviations above it.
        assertThat(9 - sum).isBetween(1.0, 1 + 3 * StrictMath.sqrt(28.0 / 27));
    }
}
