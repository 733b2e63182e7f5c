package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OccurrencesTest {
    private final Occurrences occurrences = new Occurrences();

    @Test
    void repeatsAreNumberedAcrossAFullGenerationOfOtherContent() {
        var content = Fingerprint.of("the same");
        assertThat(occurrences.next(content)).isEqualTo(1);

        pass(Occurrences.GENERATION - 1);

        assertThat(occurrences.next(content)).isEqualTo(2);
        assertThat(occurrences.next(content)).isEqualTo(3);
    }

    @Test
    void contentIsForgottenAfterTwoGenerationsSoThatMemoryIsBounded() {
        var content = Fingerprint.of("the same");
        assertThat(occurrences.next(content)).isEqualTo(1);

        pass(2 * Occurrences.GENERATION);

        assertThat(occurrences.next(content)).isEqualTo(1);
    }

    private void pass(int others) {
        for (int i = 0; i < others; i++) {
            occurrences.next(new Fingerprint(1, i));
        }
    }
}
