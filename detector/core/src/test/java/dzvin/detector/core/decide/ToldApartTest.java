package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.SimulatedStream.Extra;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two scripts that began in one region are one campaign until that region is quiet and each goes its own way. */
class ToldApartTest {
    private static final int TOGETHER = 36;
    private static final int WHOLE = 14 * 24;
    /** From here on are regions of which nobody says anything else. */
    private static final int QUIET_REGIONS = 20;

    private final SimulatedStream stream = new SimulatedStream(22, 4);

    @Test
    void whatHasGoneItsOwnWayIsACampaignOfItsOwn() {
        var alerts = HourlyStage.alerts(partingWays());

        var raised = HourlyStage.of(alerts, Kind.RAISED);
        var apart =
                raised.stream().filter(alert -> alert.splitFrom().isPresent()).toList();
        assertThat(apart).hasSize(1);
        var other = apart.get(0);
        // Links look back seven days, then a day must pass.
        assertThat(other.at())
                .isBetween(
                        SimulatedStream.hourAt(HourlyStage.QUIET + TOGETHER + 24),
                        SimulatedStream.hourAt(HourlyStage.QUIET + TOGETHER + 9 * 24));
        assertThat(other.stage()).isIn(Stage.SPREADING, Stage.MASS);

        var whole = lastBefore(alerts, other.splitFrom().orElseThrow(), other.at());
        assertThat(codes(whole)).contains("a", "b");
        var rest = alerts.stream()
                .filter(alert -> alert.at() == other.at() && alert.kind() == Kind.UPDATED)
                .toList();
        assertThat(rest).singleElement().satisfies(alert -> {
            assertThat(alert.campaign()).isEqualTo(other.splitFrom().orElseThrow());
            assertThat(codes(alert).get(0)).isNotEqualTo(codes(other).get(0));
        });
        assertThat(alerts).filteredOn(alert -> alert.at() > other.at()).noneMatch(alert -> alert.kind() == Kind.MERGED);
    }

    @Test
    void smallSurgesBesidesGoWithTheScriptThatTheyAreOf() {
        var alerts = HourlyStage.alerts(HourlyStage.buckets(stream, WHOLE, hour -> {
            var extras = new ArrayList<>(partingWays(hour));
            if (hour % 24 == 5) {
                extras.add(stream.fresh(98, "a"));
                extras.add(stream.fresh(99, "b"));
            }
            return extras;
        }));

        assertThat(alerts).filteredOn(alert -> alert.splitFrom().isPresent()).hasSize(1);
    }

    @Test
    void nightsInWhichNobodyReportsDoNotHoldThemTogether() {
        var alerts = HourlyStage.alerts(HourlyStage.buckets(
                stream,
                WHOLE,
                hour -> hour % 24 >= 8 && hour % 24 < 22 ? partingWays(hour, QUIET_REGIONS) : List.of()));

        assertThat(alerts).filteredOn(alert -> alert.splitFrom().isPresent()).hasSize(1);
    }

    @Test
    void aRestartRemembersWhereItCameFrom() {
        var buckets = partingWays();

        assertThat(HourlyStage.decide(buckets, new ReloadedTables(), 5)).isEqualTo(HourlyStage.decide(buckets));
    }

    @Test
    void oneScriptInManyRegionsStaysOneCampaign() {
        var alerts = HourlyStage.alerts(HourlyStage.buckets(
                stream,
                WHOLE,
                hour -> Stream.of(hour % 8, (hour + 3) % 8)
                        .map(region -> stream.fresh(region, "a"))
                        .toList()));

        assertThat(alerts).isNotEmpty().noneMatch(alert -> alert.splitFrom().isPresent());
    }

    /** Its regions are still high over a week when its script is not, and share nothing else. */
    @Test
    void aCampaignThatStoppedDoesNotFallApartIntoItsRegions() {
        for (int seed = 0; seed < 12; seed++) {
            var everyday = new SimulatedStream(seed, 4);
            var alerts = HourlyStage.alerts(HourlyStage.buckets(
                    everyday, WHOLE, hour -> hour < 84 ? everyday.everywhere(hour, 6, "a") : List.of()));

            assertThat(alerts).as("seed %d", seed).anyMatch(alert -> alert.stage() == Stage.MASS);
            assertThat(alerts)
                    .as("seed %d", seed)
                    .noneMatch(alert -> alert.splitFrom().isPresent());
        }
    }

    private List<ClosedBucket> partingWays() {
        return HourlyStage.buckets(stream, WHOLE, this::partingWays);
    }

    private List<Extra> partingWays(int hour) {
        return partingWays(hour, 0);
    }

    /** Two scripts in regions of their own, with words in common at first. */
    private List<Extra> partingWays(int hour, int region) {
        var inCommon = hour < TOGETHER ? ",c" : "";
        return List.of(
                stream.fresh(region + 1 + hour % 2, "a" + inCommon),
                stream.fresh(region + 2 - hour % 2, "a" + inCommon),
                stream.fresh(region + 5 + hour % 2, "b" + inCommon),
                stream.fresh(region + 6 - hour % 2, "b" + inCommon));
    }

    /** It is still high over a week, and no news. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aScriptThatStoppedIsNotToldApartFromOneThatGoesOn(int seed) {
        var everyday = new SimulatedStream(seed, 4);
        var alerts = HourlyStage.alerts(HourlyStage.buckets(everyday, WHOLE, hour -> {
            var inCommon = hour < TOGETHER ? ",c" : "";
            var extras = new ArrayList<Extra>();
            for (int i = 0; i < 4; i++) {
                if (hour < TOGETHER + 24) {
                    extras.add(everyday.fresh(1 + i % 2, "f0" + inCommon));
                }
                extras.add(everyday.fresh(5 + i % 2, "f1" + inCommon));
            }
            return extras;
        }));

        assertThat(alerts).anyMatch(alert -> alert.stage() == Stage.SPREADING);
        assertThat(alerts).noneMatch(alert -> alert.splitFrom().isPresent());
    }

    /** They have regions in common, and no call. */
    @Test
    void twoScriptsInTheSameRegionsAreTwoCampaignsFromTheStart() {
        var alerts = HourlyStage.alerts(HourlyStage.buckets(stream, 7 * 24, hour -> {
            var extras = new ArrayList<Extra>();
            for (int i = 0; i < 3; i++) {
                extras.add(stream.fresh((hour * 3 + i) % 8, "a"));
                if (hour >= 72) {
                    extras.add(stream.fresh((hour * 3 + i) % 8, "b"));
                }
            }
            return extras;
        }));

        assertThat(HourlyStage.of(alerts, Kind.RAISED))
                .filteredOn(alert -> codes(alert).get(0).equals("b"))
                .first()
                .satisfies(alert -> assertThat(alert.at())
                        .isBetween(
                                SimulatedStream.hourAt(HourlyStage.QUIET + 72),
                                SimulatedStream.hourAt(HourlyStage.QUIET + 72 + 6)));
        for (String script : List.of("a", "b")) {
            assertThat(alerts)
                    .anyMatch(alert ->
                            alert.stage() == Stage.MASS && codes(alert).get(0).equals(script));
        }
        assertThat(alerts).noneMatch(alert -> alert.kind() == Kind.MERGED);
    }

    /** Two scripts in the same regions, which stop and begin again by turns, and are at times told in one call. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void noKeyIsInTwoCampaigns(int seed) {
        var both = new SimulatedStream(seed, 1);
        var random = new Random(seed * 31L + 1);
        int oneTurn = 10 + random.nextInt(60);
        int otherTurn = 10 + random.nextInt(60);
        int people = 1 + random.nextInt(4);
        int regions = 1 + random.nextInt(4);
        var decisions = HourlyStage.decide(HourlyStage.buckets(both, WHOLE, hour -> {
            var extras = new ArrayList<Extra>();
            for (int i = 0; i < people; i++) {
                if (hour / oneTurn % 2 == 0) {
                    extras.add(both.fresh((hour * 3 + i) % regions, "a"));
                }
                if (hour / otherTurn % 3 != 1) {
                    extras.add(both.fresh((hour * 5 + i) % regions, "b"));
                }
                if (hour / otherTurn % 4 == 1) {
                    extras.add(both.fresh((hour * 5 + i) % regions, "a,b"));
                }
            }
            return extras;
        }));

        var keys = new TreeMap<UUID, Set<String>>();
        long at = Long.MIN_VALUE;
        for (CampaignSnapshot campaign : snapshots(decisions)) {
            if (campaign.updatedAt() > at) {
                assertThat(keys.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
                at = campaign.updatedAt();
            }
            if (campaign.stage() == Stage.ENDED || campaign.mergedInto().isPresent()) {
                keys.remove(campaign.id());
            } else {
                keys.put(campaign.id(), campaign.keys());
            }
        }
        assertThat(at).isGreaterThan(Long.MIN_VALUE);
    }

    private static List<CampaignSnapshot> snapshots(List<Decision> decisions) {
        return decisions.stream()
                .filter(CampaignSnapshot.class::isInstance)
                .map(CampaignSnapshot.class::cast)
                .toList();
    }

    private static CampaignAlert lastBefore(List<CampaignAlert> alerts, Object campaign, long at) {
        return alerts.stream()
                .filter(alert -> alert.campaign().equals(campaign) && alert.at() < at)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static List<String> codes(CampaignAlert alert) {
        return alert.evidence().features().stream().map(Share::code).toList();
    }
}
