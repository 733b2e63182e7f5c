package dzvin.detector.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.Voice;
import dzvin.detector.core.decide.Evidence;
import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.decide.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrowdEvidenceTest {
    private static final long TOLD = Instant.parse("2025-07-02T10:00:00Z").toEpochMilli();
    private static final Duration YESTERDAY = Duration.ofMinutes(90);
    private static final Duration LAST_WEEK = Duration.ofDays(7);

    private final List<Voice> voices = new ArrayList<>();

    @Test
    void sharesAreOfReportsAndMostComeFirst() {
        tells("UA-32", "+380441111111", YESTERDAY);
        tells("UA-32", "", LAST_WEEK);
        tells("UA-18", "+380441111111", YESTERDAY);

        var evidence = evidence(Map.of());

        assertThat(evidence.reports()).isEqualTo(3);
        assertThat(evidence.numbers()).isOne();
        assertThat(evidence.withheld()).isOne();
        assertThat(evidence.calledLongAgo()).isEqualTo(1.0 / 3);
        assertThat(evidence.regions()).containsExactly(new Share("UA-32", 2, 0.5), new Share("UA-18", 1, 0.5));
        assertThat(evidence.leadingNumbers()).containsExactly(new Share("+380441111111", 2, 0));
    }

    @Test
    void aRegionOfKnownPopulationIsToldAsARate() {
        tells("UA-32", "", YESTERDAY);
        tells("UA-32", "", YESTERDAY);
        tells("UA-18", "", YESTERDAY);

        var regions = evidence(Map.of("UA-32", 1_800_000L)).regions();

        assertThat(regions.get(0).perHundredThousand()).hasValue(2 * 100_000 / 1_800_000.0);
        assertThat(regions.get(1).perHundredThousand()).isEmpty();
    }

    /** Chance never explains more than there is. */
    @Test
    void noMoreIsExpectedThanWasReported() {
        tells("UA-32", "", YESTERDAY);

        assertThat(evidence(Map.of()).expected()).isOne();
    }

    private void tells(String region, String number, Duration after) {
        long person = voices.size();
        var digest = new Digest(
                "r-" + person,
                TOLD,
                OptionalLong.of(TOLD - after.toMillis()),
                Optional.of(number).filter(text -> !text.isEmpty()),
                Optional.of(region),
                List.of("appeal-to-us"),
                Optional.empty());
        voices.add(new Voice(person, 1, digest));
    }

    private Evidence evidence(Map<String, Long> population) {
        var crowd = new Crowd(Cell.EVERYBODY, new TreeMap<>(Map.of(0L, voices)));
        return new CrowdEvidence(crowd, 1.5, region -> 0.5, population)
                .of(new Onset(TOLD, TOLD, TOLD), TOLD, TOLD, Optional.empty(), 3);
    }
}
