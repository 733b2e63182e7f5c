package dzvin.detector.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.Chance;
import dzvin.detector.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnsetsTest {
    private static final int GROWING_SINCE = 73;

    @Test
    void areWhereTheCountBeganToBeTooHigh() {
        var onset = Onsets.find(series(168, 100, 1, 9, new Chance(1)));

        assertThat(hour(onset.at())).isBetween(98L, 102L);
    }

    @Test
    void lieWithinTheirOwnInterval() {
        for (int seed = 0; seed < 50; seed++) {
            var onset = Onsets.find(series(168, 120, 2, 4, new Chance(seed)));

            assertThat(onset.from()).isLessThanOrEqualTo(onset.at());
            assertThat(onset.to()).isGreaterThan(onset.at());
        }
    }

    @Test
    void areWithinADayOfTheTruthInNineOfTenSurges() {
        int near = 0;
        for (int seed = 0; seed < 200; seed++) {
            var onset = Onsets.find(series(168, 110, 1, 4, new Chance(seed)));
            near += Math.abs(hour(onset.at()) - 110) <= 24 ? 1 : 0;
        }

        assertThat(near).isGreaterThanOrEqualTo(180);
    }

    /** Ten everyday reports a day; six of the campaign on its first day, twice as many every 20 hours. */
    @Test
    void ofWhatGrowsAreDatedToItsSmallBeginningInMostCases() {
        int near = 0;
        for (int seed = 0; seed < 100; seed++) {
            var onset = Onsets.find(growing(new Chance(seed)));
            near += Math.abs(hour(onset.at()) - GROWING_SINCE) <= 24 ? 1 : 0;
        }

        assertThat(near).isGreaterThanOrEqualTo(70);
    }

    @Test
    void ofWhatGrowsLieWithinTheirIntervalsInNineOfTenCases() {
        int covered = 0;
        for (int seed = 0; seed < 100; seed++) {
            var onset = Onsets.find(growing(new Chance(seed)));
            covered += hour(onset.from()) <= GROWING_SINCE && hour(onset.to()) > GROWING_SINCE ? 1 : 0;
        }

        assertThat(covered).isGreaterThanOrEqualTo(90);
    }

    private static List<Onsets.Step> growing(Chance chance) {
        var steps = new ArrayList<Onsets.Step>();
        double usual = 10.0 / 24;
        for (int hour = 0; hour < GROWING_SINCE + 96; hour++) {
            double more = hour < GROWING_SINCE ? 0 : 6.0 / 24 * StrictMath.pow(2, (hour - GROWING_SINCE) / 20.0);
            steps.add(new Onsets.Step(hour, chance.poisson(usual + more), usual));
        }
        return steps;
    }

    @Test
    void ofThreeReportsInAQuietHourFallOnThatHourAndNotOnTheBusyDaysBefore() {
        var steps = new ArrayList<Onsets.Step>();
        for (int hour = 0; hour < 167; hour++) {
            steps.add(new Onsets.Step(hour, hour >= 120 && hour % 3 > 0 ? 1 : 0, 0.55));
        }
        steps.add(new Onsets.Step(167, 3, 0.1));

        assertThat(hour(Onsets.find(steps).at())).isEqualTo(167);
    }

    @Test
    void neverFallOnASilentHour() {
        var steps = new ArrayList<>(series(48, 24, 0.01, 0, new Chance(2)));
        steps.set(40, new Onsets.Step(40, 5, 0.01));
        steps.set(44, new Onsets.Step(44, 5, 0.01));

        assertThat(hour(Onsets.find(steps).at())).isIn(40L, 44L);
    }

    private static List<Onsets.Step> series(int hours, int begin, double usual, double more, Chance chance) {
        var steps = new ArrayList<Onsets.Step>();
        for (int hour = 0; hour < hours; hour++) {
            double mean = usual + (hour >= begin ? more : 0);
            steps.add(new Onsets.Step(hour, chance.poisson(mean), usual));
        }
        return steps;
    }

    private static long hour(long millis) {
        return millis / TimeGrid.HOUR_MILLIS;
    }
}
