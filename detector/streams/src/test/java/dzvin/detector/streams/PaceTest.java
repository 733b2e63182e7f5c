package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void nothingIsKnownBeforeAWholeSecondHasPassed() {
        assertThat(pace.isFast(0)).isFalse();
        count(100_000);

        assertThat(pace.isFast(999)).isFalse();
    }

    @Test
    void manyReportsInASecondAreFastUntilASecondWithFew() {
        pace.isFast(0);
        count(2_001);
        assertThat(pace.isFast(1_000)).isTrue();
        assertThat(pace.isFast(1_999)).isTrue();

        assertThat(pace.isFast(2_000)).isFalse();
    }

    @Test
    void asManyInMoreTimeAreNot() {
        pace.isFast(0);
        count(2_001);

        assertThat(pace.isFast(1_001)).isFalse();
    }

    private void count(int reports) {
        for (int i = 0; i < reports; i++) {
            pace.counted();
        }
    }
}
