package dzvin.detector.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.detector.core.state.UnfitStateException;
import org.junit.jupiter.api.Test;

class StateBasisTest {
    private static final String POLICY = """
            bucket: 5m
            views: [region, number]
            scales: [1h, 7d]
            """;

    @Test
    void isReadableTextThatIsReadBack() {
        var basis = basis(POLICY);

        assertThat(basis.text())
                .isEqualTo("""
                        bucket=5m
                        calendar.zone=UTC
                        scales=1h, 7d
                        views=number, region
                        """)
                .satisfies(text -> assertThat(StateBasis.ofText(text)).isEqualTo(basis));
    }

    @Test
    void stateOfAnotherBucketIsRefusedInOneSentenceWithTheKeyBothValuesAndWhatToDo() {
        var now = basis(POLICY.replace("5m", "15m"));

        assertThatThrownBy(() -> now.takingOver(basis(POLICY)))
                .isInstanceOf(UnfitStateException.class)
                .hasMessage(
                        "the detector's state was written with bucket 5m and not 15m: set the policy back, or choose"
                                + " another detector.applicationId, which reads all reports again");
    }

    @Test
    void everyKeyThatDiffersIsNamed() {
        var now = basis("""
                bucket: 5m
                views: [region]
                scales: [1h]
                calendar: {zone: Europe/Kyiv}
                """);

        assertThatThrownBy(() -> now.takingOver(basis(POLICY)))
                .hasMessageContaining("calendar.zone UTC and not Europe/Kyiv; with scales 1h, 7d and not 1h; with views"
                        + " number, region and not region:");
    }

    @Test
    void theOrderOfViewsAndAllOtherKeysMayChange() {
        var now = basis("""
                policy: other
                bucket: 5m
                views: [number, region]
                scales: [1h, 7d]
                grace: 10m
                dedupHorizon: 30d
                falseAlarmsPerWeek: 5
                earlyAlerts: false
                baseline: {learnAfter: 24h, halfLife: 7d, grey: 1d}
                calendar: {holidays: [2026-08-24]}
                stages: {endedAfter: 96h}
                population: {UA-32: 1000}
                """);

        assertThat(now.takingOver(basis(POLICY))).isEqualTo(basis(POLICY));
    }

    @Test
    void whatEarlierStateDoesNotTellIsTakenAsItIs() {
        var now = basis(POLICY);

        assertThat(now.takingOver(StateBasis.NOT_TOLD)).isSameAs(now);
        assertThat(now.takingOver(StateBasis.ofText("bucket=5m\n"))).isSameAs(now);
    }

    private static StateBasis basis(String policy) {
        return StateBasis.of(PolicyReader.read("test.yaml", policy));
    }
}
