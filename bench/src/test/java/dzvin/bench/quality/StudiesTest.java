package dzvin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudiesTest {
    @ParameterizedTest
    @EnumSource(HarmlessWave.Kind.class)
    void harmlessWavesUnderEachShippedPolicyAreNoMassEffort(HarmlessWave.Kind kind) {
        var outcomes = IntStream.range(0, 6)
                .mapToObj(seed -> WaveStudy.run(kind, seed))
                .toList();

        assertThat(outcomes).anyMatch(WaveStudy.Outcome::raised).noneMatch(WaveStudy.Outcome::mass);
    }

    @Test
    void eightReportsInEightDaysFromASilentRegionRing() {
        var stream = StreamShape.poisson(10, 1, 434.0 / 365);

        assertThat(QuietRegionStudy.run(stream, 0, 3).report()).isPresent();
    }

    @Test
    void everyStudyOfTheSmokeTestIsOneOfTheFullOnes() {
        assertThat(Studies.inFull()).containsKeys(Studies.smoke().keySet().toArray(String[]::new));
    }

    @Test
    void theShippedComplaintsAreReadDayByDay() {
        var days = FtcDays.shipped();

        assertThat(days.firstKey()).isEqualTo("2020-05-25");
        assertThat(days.firstEntry().getValue().get(0).complaints()).isEqualTo(16);
    }

    @Test
    void theShareOfSeenTriesHasWilsonsInterval() {
        // Wilson 1927: 0 of 1000 leaves up to 3.84 / 1003.84.
        assertThat(new Rate(0, 1_000).share()).isEqualTo("0 of 1000 (0.0 to 0.4 %)");
    }
}
