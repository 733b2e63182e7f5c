package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.SimulatedStream.Extra;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.state.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionStageTest {
    private static final int QUIET = HourlyStage.QUIET;

    private final SimulatedStream stream = new SimulatedStream(22, 4);

    @Test
    void decidesTheSameThroughRestartsAtAnyHour() {
        var buckets = campaign();
        var whole = HourlyStage.decide(buckets);

        assertThat(whole).anyMatch(decision -> decision instanceof CampaignAlert);
        assertThat(HourlyStage.decide(buckets, new ReloadedTables(), 7)).isEqualTo(whole);
    }

    @Test
    void decidesTheSameWhetherOrNotEmptyBucketsAreNamed() {
        var named = new SimulatedStream(12, 0.7);
        var all = IntStream.range(0, 30 * 24)
                .mapToObj(hour ->
                        named.hour(hour, hour % 9 == 0 && hour > QUIET ? List.of(named.fresh(1, "lies")) : List.of()))
                .toList();
        var filled = all.stream().filter(bucket -> !bucket.cells().isEmpty()).toList();

        var decisions = HourlyStage.decide(all.subList(0, all.indexOf(filled.get(filled.size() - 1)) + 1));

        assertThat(decisions).isNotEmpty().isEqualTo(HourlyStage.decide(filled));
    }

    @Test
    void aBucketThatWasDecidedOnIsPassedOver() {
        var stage = new DecisionStage(HourlyStage.POLICY, Tables.inMemory(), Labels.codes());
        var bucket = stream.hour(0, List.of());
        stage.close(bucket);

        assertThat(stage.close(bucket)).isEmpty();
    }

    @Test
    void aCampaignOfFreshNumbersIsOneAndBecomesAMassEffort() {
        var alerts = HourlyStage.alerts(campaign());

        assertThat(HourlyStage.of(alerts, Kind.RAISED)).hasSize(1);
        assertThat(alerts).anyMatch(alert -> alert.stage() == Stage.MASS);
        assertThat(alerts.stream().map(CampaignAlert::campaign).distinct()).hasSize(1);
    }

    @Test
    void itsOnsetIsDatedWithinADay() {
        var mass = HourlyStage.alerts(campaign()).stream()
                .filter(alert -> alert.stage() == Stage.MASS)
                .findFirst()
                .orElseThrow();

        assertThat(Math.abs(mass.evidence().onset().at() - SimulatedStream.hourAt(QUIET)))
                .isLessThanOrEqualTo(24 * SimulatedStream.HOUR);
    }

    @Test
    void sinceItsOnsetItHasNoFewerReportsThanWithinItsWindowHoweverLateSomeWereTold() {
        var toldLate = HourlyStage.decide(HourlyStage.buckets(
                stream,
                84,
                hour -> IntStream.range(0, 12)
                        .mapToObj(i -> told(0, i == 0 && hour < 10 ? 40 : 0))
                        .toList()));

        var snapshots = toldLate.stream()
                .filter(CampaignSnapshot.class::isInstance)
                .map(CampaignSnapshot.class::cast)
                .toList();
        assertThat(snapshots)
                .isNotEmpty()
                .allSatisfy(campaign -> assertThat(campaign.totalReports())
                        .isGreaterThanOrEqualTo(campaign.evidence().reports()));
    }

    @Test
    void itsOnsetNeverLiesAfterItWasRaisedHoweverShortItWas() {
        for (int seed = 30; seed < 40; seed++) {
            var everyday = new SimulatedStream(seed, 1);
            var decisions = HourlyStage.decide(HourlyStage.buckets(
                    everyday,
                    100,
                    hour -> hour > 0
                            ? List.of()
                            : Collections.nCopies(5, 0).stream()
                                    .map(any -> everyday.fresh(0, "f0"))
                                    .toList()));

            assertThat(decisions.stream()
                            .filter(CampaignSnapshot.class::isInstance)
                            .map(CampaignSnapshot.class::cast))
                    .allSatisfy(campaign ->
                            assertThat(campaign.evidence().onset().at()).isLessThan(campaign.raisedAt()));
        }
    }

    /** Nobody knows whether it went on while nothing was received: an outage before everyday words rise does not make them last. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void anOutageBeforeItDoesNotMakeItLast(int seed) {
        var busy = new SimulatedStream(seed, 16);
        int outage = 48;
        var buckets = HourlyStage.buckets(
                busy, outage + 120, hour -> hour < outage ? List.of() : busy.everywhere(hour, 8, "f0"));
        long begin = SimulatedStream.hourAt(QUIET);
        buckets = buckets.stream()
                .filter(bucket -> bucket.bucket() * SimulatedStream.HOUR < begin
                        || bucket.bucket() * SimulatedStream.HOUR >= begin + outage * SimulatedStream.HOUR)
                .toList();

        assertThat(HourlyStage.alerts(buckets))
                .filteredOn(alert -> alert.stage() == Stage.MASS)
                .first()
                .satisfies(alert ->
                        assertThat(alert.at()).isGreaterThanOrEqualTo(begin + (outage + 60) * SimulatedStream.HOUR));
    }

    @Test
    void itSubsidesAndEndsInSilence() {
        var buckets = new ArrayList<>(campaign());
        long last = buckets.get(buckets.size() - 1).bucket();
        buckets.add(new ClosedBucket(last + 20 * 24, List.of(), List.of(), List.of(), new TreeMap<>()));

        var alerts = HourlyStage.alerts(buckets);

        assertThat(alerts.get(alerts.size() - 2).stage()).isEqualTo(Stage.SUBSIDING);
        assertThat(alerts.get(alerts.size() - 1).stage()).isEqualTo(Stage.ENDED);
        assertThat(alerts.get(alerts.size() - 1).kind()).isEqualTo(Kind.RESOLVED);
    }

    @Test
    void newsOfACampaignThatSubsidedIsAnUpdateUntilItSpreads() {
        var busy = new SimulatedStream(4, 16);
        var afterSilence = alertsAfterSubsiding(HourlyStage.alerts(HourlyStage.buckets(busy, 100, hour -> {
            if (hour < 4) {
                return List.of(busy.fresh(0, "lies"), busy.fresh(0, "lies"));
            }
            return hour < 64
                    ? List.of()
                    : IntStream.range(0, hour < 70 ? 1 : 8)
                            .mapToObj(i -> busy.fresh(hour < 70 ? 0 : i, "lies"))
                            .toList();
        })));

        assertThat(afterSilence.get(0).stage()).isEqualTo(Stage.EMERGING);
        assertThat(afterSilence.get(0).kind()).isEqualTo(Kind.UPDATED);
        assertThat(afterSilence)
                .filteredOn(alert -> alert.stage() == Stage.SPREADING)
                .first()
                .extracting(CampaignAlert::kind)
                .isEqualTo(Kind.ESCALATED);
    }

    /** Two people after two days of silence are no mass effort, however many there were before: fifty are. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {2, 3, 4})
    void aMassEffortThatSubsidedIsOneAgainWhenEnoughHaveComeSince(int seed) {
        var busy = new SimulatedStream(seed, 16);
        var afterSilence = alertsAfterSubsiding(HourlyStage.alerts(HourlyStage.buckets(busy, 192, hour -> {
            if (hour >= 84 && hour < 144) {
                return List.of();
            }
            int people = hour >= 144 && hour < 146 ? 2 : 6;
            return busy.everywhere(hour, people, "lies");
        })));

        assertThat(afterSilence.get(0).stage()).isEqualTo(Stage.EMERGING);
        assertThat(afterSilence)
                .filteredOn(alert -> alert.stage() == Stage.MASS)
                .first()
                .satisfies(alert -> {
                    assertThat(alert.kind()).isEqualTo(Kind.ESCALATED);
                    assertThat(alert.at()).isGreaterThanOrEqualTo(SimulatedStream.hourAt(QUIET + 146 + 46 / 6));
                });
    }

    private static List<CampaignAlert> alertsAfterSubsiding(List<CampaignAlert> alerts) {
        return alerts.stream()
                .dropWhile(alert -> alert.stage() != Stage.SUBSIDING)
                .skip(1)
                .toList();
    }

    @Test
    void everythingRisingEverywhereIsOneAlertOfItsOwnKind() {
        var busy = new SimulatedStream(13, 40);
        var alerts = HourlyStage.alerts(IntStream.range(0, QUIET + 24)
                .mapToObj(hour -> busy.hour(hour, hour < QUIET ? List.of() : manyOfEverything(busy)))
                .toList());

        assertThat(HourlyStage.of(alerts, Kind.BROADCAST)).hasSize(1);
        assertThat(HourlyStage.of(alerts, Kind.RAISED)).isEmpty();
        assertThat(alerts).noneMatch(alert -> alert.stage() == Stage.MASS);
    }

    @Test
    void aLateReportAmendsTheAlertOfItsCampaignByARevision() {
        var buckets = campaign();
        int into = QUIET + 50;
        var late = new SimulatedStream(77, 0)
                .hour(into - 2, List.of(stream.fresh(1, "lies")))
                .cells();
        var told = IntStream.range(0, buckets.size())
                .mapToObj(hour -> hour == into ? withLate(buckets.get(hour), late) : buckets.get(hour))
                .toList();

        var amended = HourlyStage.alerts(told).stream()
                .filter(alert -> alert.revision() == 2)
                .findFirst()
                .orElseThrow();
        var before = HourlyStage.alerts(told).stream()
                .filter(alert -> alert.id().equals(amended.id()))
                .findFirst()
                .orElseThrow();

        assertThat(HourlyStage.alerts(buckets)).allMatch(alert -> alert.revision() == 1);
        assertThat(amended.at()).isEqualTo(before.at());
        assertThat(before.revision()).isEqualTo(1);
        assertThat(amended.evidence().reports()).isGreaterThan(before.evidence().reports());
    }

    @Test
    void twoSurgesOfDifferentWordsInDifferentRegionsAreNotChained() {
        var alerts = HourlyStage.alerts(HourlyStage.buckets(
                stream,
                30,
                hour -> List.of(
                        stream.fresh(0, "money"),
                        stream.fresh(0, "money"),
                        stream.fresh(1, "money"),
                        stream.fresh(6, "appeal"),
                        stream.fresh(6, "appeal"),
                        stream.fresh(7, "appeal"))));

        assertThat(HourlyStage.of(alerts, Kind.RAISED)).hasSize(2);
        assertThat(HourlyStage.of(alerts, Kind.MERGED)).isEmpty();
    }

    @Test
    void whileTheHistoryIsTooShortNothingRings() {
        var buckets = IntStream.range(0, 13 * 24)
                .mapToObj(hour -> stream.hour(
                        hour, hour < 250 ? List.of() : List.of(stream.fresh(0, "lies"), stream.fresh(1, "lies"))))
                .toList();

        assertThat(HourlyStage.decide(buckets)).isEmpty();
    }

    private static ClosedBucket withLate(ClosedBucket bucket, List<KeyCell> late) {
        return new ClosedBucket(bucket.bucket(), bucket.cells(), bucket.earlier(), late, bucket.live());
    }

    private Extra told(int region, int hoursLater) {
        var fresh = stream.fresh(region, "f0");
        return new Extra(region, "f0", fresh.number(), fresh.person(), hoursLater * SimulatedStream.HOUR);
    }

    private static List<Extra> manyOfEverything(SimulatedStream stream) {
        return IntStream.range(0, 160)
                .mapToObj(i -> stream.fresh(i % 8, "f" + i % 3))
                .toList();
    }

    /** Three, then up to nine people an hour from all regions, who say something new. */
    private List<ClosedBucket> campaign() {
        return HourlyStage.buckets(stream, 84, hour -> stream.everywhere(hour, 3 + hour / 14, "lies"));
    }
}
