package dzvin.detector.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.decide.Estimate;
import dzvin.detector.core.decide.Evidence;
import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.decide.Share;
import dzvin.detector.core.decide.Stage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final long ONSET = Instant.parse("2025-07-02T10:15:00Z").toEpochMilli();

    private final Sentences sentences = new Sentences(Labels.codes(), ZoneId.of("Europe/Kyiv"));

    @Test
    void sayWhoWhereSinceWhenHowMuchAndHowFastInBothLanguages() {
        var growing = evidence(53, 22, 61, 0.4, Optional.of(new Estimate(15.2, 9.4, 33.1)), new Share("appeal", 40, 0));

        var summary = sentences.of(Stage.MASS, false, growing);

        assertThat(summary.english())
                .isEqualTo(
                        "A campaign of calls has become a mass effort: since 2025-07-02 13:15, 53 people in 22 regions,"
                                + " 61 reports where <1 would be usual; callers: «appeal»; doubling every 15 h (9–33).");
        assertThat(summary.ukrainian())
                .isEqualTo(
                        "Кампанія дзвінків стала масовою: з 02.07.2025 13:15 — 53 людини у 22 регіонах,"
                                + " 61 повідомлення за звичного рівня <1; кажуть: «appeal»; кількість подвоюється за 15 год (9–33).");
    }

    @Test
    void leaveOutWhatIsNotKnown() {
        var summary = sentences.of(Stage.EMERGING, false, evidence(1, 0, 1, 2.6, Optional.empty()));

        assertThat(summary.english())
                .isEqualTo(
                        "A campaign of calls is emerging: since 2025-07-02 13:15, 1 person, 1 report where 3 would be"
                                + " usual.");
        assertThat(summary.ukrainian())
                .isEqualTo("Зароджується кампанія дзвінків: з 02.07.2025 13:15 — 1 людина, 1 повідомлення за звичного"
                        + " рівня 3.");
    }

    @Test
    void nameAtMostThreeFeaturesAndOnlyThoseThatManyReportsCarry() {
        var features = new Share[] {
            new Share("a", 90, 0),
            new Share("b", 50, 0),
            new Share("c", 20, 0),
            new Share("d", 16, 0),
            new Share("e", 1, 0)
        };

        assertThat(sentences
                        .of(Stage.SPREADING, false, evidence(90, 3, 100, 5, Optional.empty(), features))
                        .english())
                .contains("callers: «a», «b», «c».");
        assertThat(sentences
                        .of(Stage.SPREADING, false, evidence(90, 3, 100, 5, Optional.empty(), new Share("e", 14, 0)))
                        .english())
                .doesNotContain("callers");
    }

    @Test
    void aNationalStepIsCalledByItsName() {
        var summary = sentences.of(Stage.SPREADING, true, evidence(90, 3, 100, 5, Optional.empty()));

        assertThat(summary.english()).startsWith("Reports rose in all regions at once: ");
        assertThat(summary.ukrainian()).startsWith("Сплеск повідомлень з усіх регіонів одразу: ");
    }

    @Test
    void whatWasToldApartSaysThatItWasShownElsewhereBefore() {
        var summary = sentences.toldApart(Stage.SPREADING, evidence(30, 5, 33, 2, Optional.empty()));

        assertThat(summary.english())
                .isEqualTo(
                        "A campaign of calls is spreading (shown as part of another until now): since 2025-07-02 13:15,"
                                + " 30 people in 5 regions, 33 reports where 2 would be usual.");
        assertThat(summary.ukrainian())
                .isEqualTo("Кампанія дзвінків поширюється (досі її показували як частину іншої): з 02.07.2025 13:15 —"
                        + " 30 людей у 5 регіонах, 33 повідомлення за звичного рівня 2.");
    }

    private static Evidence evidence(
            long people, int regions, long reports, double expected, Optional<Estimate> doubling, Share... features) {
        var shares = IntStream.range(0, regions)
                .mapToObj(region -> new Share("R" + region, 1, 0))
                .toList();
        return new Evidence(
                new Onset(ONSET, ONSET, ONSET),
                ONSET,
                ONSET,
                reports,
                expected,
                people,
                0,
                0,
                regions,
                0,
                shares,
                List.of(features),
                List.of(),
                List.of(),
                doubling,
                10,
                List.of());
    }
}
