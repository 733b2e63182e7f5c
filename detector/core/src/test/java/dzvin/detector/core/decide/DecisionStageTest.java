package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.SimulatedStream.Extra;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.view.Dimension;
import dzvin.detector.core.view.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecisionStageTest {
    private static final Policy POLICY = hourly();
    private static final int QUIET = 20 * 24;
    private static final long TWO_DAYS = 48 * SimulatedStream.HOUR;

    private final SimulatedStream stream = new SimulatedStream(11, 4);

    @Test
    void decidesTheSameThroughRestartsAtAnyHour() {
        var buckets = campaign();
        var whole = decide(buckets);

        assertThat(whole).anyMatch(decision -> decision instanceof CampaignAlert);
        assertThat(decide(buckets, new ReloadedTables(), 7)).isEqualTo(whole);
    }

    @Test
    void decidesTheSameWhetherOrNotEmptyBucketsAreNamed() {
        var named = new SimulatedStream(12, 0.7);
        var all = IntStream.range(0, 30 * 24)
                .mapToObj(hour ->
                        named.hour(hour, hour % 9 == 0 && hour > QUIET ? List.of(named.fresh(1, "lies")) : List.of()))
                .toList();
        var filled = all.stream().filter(bucket -> !bucket.cells().isEmpty()).toList();

        var decisions = decide(all.subList(0, all.indexOf(filled.get(filled.size() - 1)) + 1));

        assertThat(decisions).isNotEmpty().isEqualTo(decide(filled));
    }

    @Test
    void aBucketThatWasDecidedOnIsPassedOver() {
        var stage = new DecisionStage(POLICY, Tables.inMemory(), Labels.codes());
        var bucket = stream.hour(0, List.of());
        stage.close(bucket);

        assertThat(stage.close(bucket)).isEmpty();
    }

    @Test
    void aCampaignOfFreshNumbersIsOneAndBecomesAMassEffort() {
        var alerts = alerts(campaign());

        assertThat(of(alerts, Kind.RAISED)).hasSize(1);
        assertThat(alerts).anyMatch(alert -> alert.stage() == Stage.MASS);
        assertThat(alerts.stream().map(CampaignAlert::campaign).distinct()).hasSize(1);
    }

    @Test
    void itsOnsetIsDatedWithinADay() {
        var mass = alerts(campaign()).stream()
                .filter(alert -> alert.stage() == Stage.MASS)
                .findFirst()
                .orElseThrow();

        assertThat(Math.abs(mass.evidence().onset().at() - SimulatedStream.hourAt(QUIET)))
                .isLessThanOrEqualTo(24 * SimulatedStream.HOUR);
    }

    @Test
    void itSubsidesAndEndsInSilence() {
        var buckets = new ArrayList<>(campaign());
        long last = buckets.get(buckets.size() - 1).bucket();
        buckets.add(new ClosedBucket(last + 20 * 24, List.of(), List.of(), List.of(), new TreeMap<>()));

        var alerts = alerts(buckets);

        assertThat(alerts.get(alerts.size() - 2).stage()).isEqualTo(Stage.SUBSIDING);
        assertThat(alerts.get(alerts.size() - 1).stage()).isEqualTo(Stage.ENDED);
        assertThat(alerts.get(alerts.size() - 1).kind()).isEqualTo(Kind.RESOLVED);
    }

    @Test
    void manyReportsOfFewPeopleAreNoMassEffort() {
        var alerts = alerts(buckets(
                96,
                hour -> IntStream.range(0, 10)
                        .mapToObj(i -> new Extra(i % 8, "lies", Optional.of("+380501234567"), i, 0))
                        .toList()));

        assertThat(alerts).noneMatch(alert -> alert.stage() == Stage.MASS || alert.stage() == Stage.SPREADING);
    }

    @Test
    void aWaveOfReportsAboutCallsOfLongAgoIsNoMassEffort() {
        var alerts = alerts(buckets(
                96,
                hour -> IntStream.range(0, 6)
                        .mapToObj(i -> {
                            var fresh = stream.fresh((hour + i) % 8, "lies");
                            return new Extra(fresh.region(), fresh.feature(), fresh.number(), fresh.person(), TWO_DAYS);
                        })
                        .toList()));

        assertThat(alerts).isNotEmpty().noneMatch(alert -> alert.stage() == Stage.MASS);
        assertThat(alerts.get(0).evidence().calledLongAgo()).isGreaterThan(0.5);
    }

    @Test
    void everydayCallsFromElsewhereDoNotMakeACampaignOfTwoRegionsAMassEffort() {
        var alerts = alerts(buckets(
                96,
                hour -> IntStream.range(0, 4)
                        .mapToObj(i -> stream.fresh(i % 2, "f0"))
                        .toList()));

        assertThat(alerts).anyMatch(alert -> alert.stage() == Stage.SPREADING);
        assertThat(alerts).noneMatch(alert -> alert.stage() == Stage.MASS);
    }

    @Test
    void onePersonWhoReportsEveryHourIsOnePersonOfTheRegion() {
        var alerts = alerts(buckets(
                96,
                hour -> IntStream.range(0, 6)
                        .mapToObj(i -> i == 0
                                ? stream.fresh(0, "lies")
                                : new Extra(i, "lies", Optional.empty(), i * 0x9e3779b97f4a7c15L, 0))
                        .toList()));

        assertThat(alerts).isNotEmpty().noneMatch(alert -> alert.stage() == Stage.MASS);
    }

    @Test
    void everythingRisingEverywhereIsOneAlertOfItsOwnKind() {
        var busy = new SimulatedStream(13, 40);
        var alerts = alerts(IntStream.range(0, QUIET + 24)
                .mapToObj(hour -> busy.hour(hour, hour < QUIET ? List.of() : manyOfEverything(busy)))
                .toList());

        assertThat(of(alerts, Kind.BROADCAST)).hasSize(1);
        assertThat(of(alerts, Kind.RAISED)).isEmpty();
        assertThat(alerts).noneMatch(alert -> alert.stage() == Stage.MASS);
    }

    @Test
    void twoSurgesOfDifferentWordsInDifferentRegionsAreNotChained() {
        var alerts = alerts(buckets(
                30,
                hour -> List.of(
                        stream.fresh(0, "money"),
                        stream.fresh(0, "money"),
                        stream.fresh(1, "money"),
                        stream.fresh(6, "appeal"),
                        stream.fresh(6, "appeal"),
                        stream.fresh(7, "appeal"))));

        assertThat(of(alerts, Kind.RAISED)).hasSize(2);
        assertThat(of(alerts, Kind.MERGED)).isEmpty();
    }

    @Test
    void whileTheHistoryIsTooShortNothingRings() {
        var buckets = IntStream.range(0, 13 * 24)
                .mapToObj(hour -> stream.hour(
                        hour, hour < 250 ? List.of() : List.of(stream.fresh(0, "lies"), stream.fresh(1, "lies"))))
                .toList();

        assertThat(decide(buckets)).isEmpty();
    }

    private static List<Extra> manyOfEverything(SimulatedStream stream) {
        return IntStream.range(0, 160)
                .mapToObj(i -> stream.fresh(i % 8, "f" + i % 3))
                .toList();
    }

    /** Three, then up to nine people an hour from all regions, who say something new. */
    private List<ClosedBucket> campaign() {
        return buckets(
                84,
                hour -> IntStream.range(0, 3 + hour / 14)
                        .mapToObj(i -> stream.fresh((hour * 3 + i) % 8, "lies"))
                        .toList());
    }

    private List<ClosedBucket> buckets(int hours, IntFunction<List<Extra>> extras) {
        return IntStream.range(0, QUIET + hours)
                .mapToObj(hour -> stream.hour(hour, hour < QUIET ? List.of() : extras.apply(hour - QUIET)))
                .toList();
    }

    private static List<Decision> decide(List<ClosedBucket> buckets) {
        return decide(buckets, Tables.inMemory(), Integer.MAX_VALUE);
    }

    private static List<Decision> decide(List<ClosedBucket> buckets, Tables tables, int restartEvery) {
        var decisions = new ArrayList<Decision>();
        var stage = new DecisionStage(POLICY, tables, Labels.codes());
        for (int i = 0; i < buckets.size(); i++) {
            if (i % restartEvery == restartEvery - 1) {
                stage = new DecisionStage(POLICY, tables, Labels.codes());
            }
            decisions.addAll(stage.close(buckets.get(i)));
        }
        return decisions;
    }

    private static List<CampaignAlert> alerts(List<ClosedBucket> buckets) {
        return decide(buckets).stream()
                .filter(CampaignAlert.class::isInstance)
                .map(CampaignAlert.class::cast)
                .toList();
    }

    private static List<CampaignAlert> of(List<CampaignAlert> alerts, Kind kind) {
        return alerts.stream().filter(alert -> alert.kind() == kind).toList();
    }

    private static Policy hourly() {
        var standard = TestPolicies.watching(
                new View(List.of(Dimension.REGION)),
                new View(List.of(Dimension.FEATURE)),
                new View(List.of(Dimension.REGION, Dimension.FEATURE)));
        return new Policy(
                standard.name(),
                standard.digest(),
                Duration.ofHours(1),
                standard.grace(),
                standard.dedupHorizon(),
                standard.views(),
                List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24), Duration.ofDays(7)),
                standard.falseAlarmsPerWeek(),
                standard.calendar(),
                standard.baseline(),
                standard.stages(),
                standard.population());
    }
}
