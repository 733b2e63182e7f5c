package dzvin.detector.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dzvin.detector.core.Chance;
import org.junit.jupiter.api.Test;

class SeasonalProfileTest {
    private static final double KEEP = 0.84;

    @Test
    void isFlatBeforeAnythingIsSeen() {
        var profile = new SeasonalProfile();

        assertThat(profile.factor(0)).isEqualTo(1);
        assertThat(profile.factor(167)).isEqualTo(1);
        assertThat(profile.level()).isZero();
    }

    @Test
    void learnsTheDaysRhythmWithinTwoWeeks() {
        var profile = afterWeeks(2, 60);

        for (int slot = 0; slot < HourOfWeek.SLOTS; slot++) {
            assertThat(profile.factor(slot)).as("slot %d", slot).isCloseTo(rhythm(slot), within(0.35));
        }
        assertThat(profile.level()).isCloseTo(60, within(2.0));
    }

    @Test
    void itsMeanOverAWeekIsOneHoweverMuchWasSeen() {
        var profile = new SeasonalProfile();
        var chance = new Chance(2);

        for (int hour = 0; hour < 1000; hour++) {
            profile.observe(hour % HourOfWeek.SLOTS, chance.poisson(30 * rhythm(hour % HourOfWeek.SLOTS)), KEEP);
            assertThat(mean(profile)).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void aWeekThatBeganAtNoonDoesNotShiftTheLevelOfAnHour() {
        var profile = new SeasonalProfile();
        for (int hour = 12; hour < 24 * 8; hour++) {
            profile.observe(hour % HourOfWeek.SLOTS, 100 * rhythm(hour % HourOfWeek.SLOTS), KEEP);
        }

        assertThat(profile.factor(14)).isCloseTo(rhythm(14), within(0.1));
        assertThat(profile.factor(3)).isCloseTo(rhythm(3), within(0.1));
    }

    @Test
    void noHourIsSoQuietThatAReportInItIsAWonder() {
        var profile = new SeasonalProfile();
        for (int hour = 0; hour < 24 * 7 * 8; hour++) {
            profile.observe(hour % HourOfWeek.SLOTS, hour % 24 < 6 ? 0 : 1000, KEEP);
        }

        assertThat(profile.factor(3)).isGreaterThan(0.01);
    }

    private static SeasonalProfile afterWeeks(int weeks, double level) {
        var profile = new SeasonalProfile();
        var chance = new Chance(1);
        for (int hour = 0; hour < weeks * HourOfWeek.SLOTS; hour++) {
            int slot = hour % HourOfWeek.SLOTS;
            profile.observe(slot, chance.poisson(level * rhythm(slot)), KEEP);
        }
        return profile;
    }

    /** Nights at a fifth, days above; mean one. */
    private static double rhythm(int slot) {
        return slot % 24 < 8 ? 0.2 : 1.4;
    }

    private static double mean(SeasonalProfile profile) {
        double sum = 0;
        for (int slot = 0; slot < HourOfWeek.SLOTS; slot++) {
            sum += profile.factor(slot);
        }
        return sum / HourOfWeek.SLOTS;
    }
}
