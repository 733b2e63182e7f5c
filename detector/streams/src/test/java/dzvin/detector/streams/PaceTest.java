package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void nothingIsKnownBeforeAQuarterOfASecondHasPassed() {
        assertThat(pace.isFast(0)).isFalse();
        count(100_000);

        assertThat(pace.isFast(249)).isFalse();
    }

    @Test
    void moreThanTwoThousandASecondAreFastUntilThereAreFewer() {
        pace.isFast(0);
        count(501);
        assertThat(pace.isFast(250)).isTrue();
        assertThat(pace.isFast(499)).isTrue();

        assertThat(pace.isFast(500)).isFalse();
    }

    @Test
    void asManyInMoreTimeAreNot() {
        pace.isFast(0);
        count(501);

        assertThat(pace.isFast(251)).isFalse();
    }

    private void count(int reports) {
        for (int i = 0; i < reports; i++) {
            pace.counted();
        }
    }
}
