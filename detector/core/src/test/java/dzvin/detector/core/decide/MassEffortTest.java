package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.SimulatedStream.Extra;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must not be called a mass effort, and what must ring all the same. */
class MassEffortTest {
    private final SimulatedStream stream = new SimulatedStream(22, 4);

    @Test
    void manyReportsOfFewPeopleAreNoMassEffort() {
        var alerts = HourlyStage.alerts(HourlyStage.buckets(
                stream,
                96,
                hour -> IntStream.range(0, 10)
                        .mapToObj(i -> new Extra(i % 8, "lies", Optional.of("+380501234567"), i, 0))
                        .toList()));

        assertThat(alerts).noneMatch(alert -> alert.stage() == Stage.MASS || alert.stage() == Stage.SPREADING);
    }

    @Test
    void aWaveOfReportsAboutCallsOfLongAgoIsNoMassEffort() {
        var alerts = HourlyStage.alerts(HourlyStage.buckets(
                stream,
                96,
                hour -> IntStream.range(0, 6)
                        .mapToObj(i -> {
                            var fresh = stream.fresh((hour + i) % 8, "lies");
                            return new Extra(
                                    fresh.region(),
                                    fresh.feature(),
                                    fresh.number(),
                                    fresh.person(),
                                    2 * 24 * SimulatedStream.HOUR);
                        })
                        .toList()));

        assertThat(alerts).isNotEmpty().noneMatch(alert -> alert.stage() == Stage.MASS);
        assertThat(alerts.get(0).evidence().calledLongAgo()).isGreaterThan(0.5);
    }

    @Test
    void everydayCallsFromElsewhereDoNotMakeACampaignOfTwoRegionsAMassEffort() {
        var alerts = HourlyStage.alerts(HourlyStage.buckets(
                stream,
                96,
                hour -> IntStream.range(0, 4)
                        .mapToObj(i -> stream.fresh(i % 2, "f0"))
                        .toList()));

        assertThat(alerts).anyMatch(alert -> alert.stage() == Stage.SPREADING);
        assertThat(alerts).noneMatch(alert -> alert.stage() == Stage.MASS);
    }

    /** As many as the first signal of the outbreak of legionellosis in New York had (Greene et al. 2016), within a budget of one a week. */
    @Test
    void eightReportsInEightDaysFromAQuietRegionRing() {
        assertThat(HourlyStage.POLICY.falseAlarmsPerWeek()).isLessThanOrEqualTo(1);

        var alerts = HourlyStage.alerts(HourlyStage.buckets(
                stream, 8 * 24, hour -> hour % 24 == 15 ? List.of(stream.fresh(99, "f" + hour / 24 % 3)) : List.of()));

        assertThat(HourlyStage.of(alerts, Kind.RAISED))
                .filteredOn(alert -> alert.evidence().regions().get(0).code().equals("R99"))
                .hasSize(1);
    }

    @Test
    void onePersonWhoReportsEveryHourIsOnePersonOfTheRegion() {
        var alerts = HourlyStage.alerts(HourlyStage.buckets(
                stream,
                96,
                hour -> IntStream.range(0, 6)
                        .mapToObj(i -> i == 0
                                ? stream.fresh(0, "lies")
                                : new Extra(i, "lies", Optional.empty(), i * 0x9e3779b97f4a7c15L, 0))
                        .toList()));

        assertThat(alerts).isNotEmpty().noneMatch(alert -> alert.stage() == Stage.MASS);
    }
}
