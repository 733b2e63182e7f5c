package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.SimulatedStream.Extra;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything rises everywhere at once, in a stream so sparse that parts of it surge before the whole does. */
class NationalStepTest {
    private static final int PER_HOUR = 6;
    private static final int BUSY_PER_HOUR = 60;
    private static final int REGIONS = 8;
    private static final int DAYS = 4;
    /** Longer than what a surge began with is remembered. */
    private static final int LASTING_DAYS = 16;

    private static final int SEEDS = 12;

    @ParameterizedTest(name = "{0} times as much, called after {1} hours at the latest")
    @CsvSource({"2, 24", "3, 8", "5, 6"})
    void isOneAlertOfItsOwnKind(int times, int hours) {
        int beside = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            var stream = new SimulatedStream(seed, PER_HOUR);
            var alerts = HourlyStage.alerts(step(stream, times, hour -> List.of()));
            assertThat(HourlyStage.of(alerts, Kind.BROADCAST))
                    .as("seed %d", seed)
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.at()).isLessThanOrEqualTo(since(hours)));
            assertThat(alerts).as("seed %d", seed).noneMatch(alert -> alert.stage() == Stage.MASS);
            beside += raisedWithItAndNeverMerged(alerts).size();
        }
        // Chance brings up to an alarm a week, and these are seven weeks.
        assertThat(beside).isLessThanOrEqualTo(SEEDS / 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void isToldOfTheWholeStreamEvenIfItIsSmall(int seed) {
        var stream = new SimulatedStream(seed, BUSY_PER_HOUR);
        var alerts =
                HourlyStage.alerts(HourlyStage.buckets(stream, DAYS * 24, hour -> stream.usual(BUSY_PER_HOUR / 2.0)));

        var called = HourlyStage.of(alerts, Kind.BROADCAST).get(0).campaign();
        assertThat(alerts)
                .filteredOn(alert -> alert.campaign().equals(called))
                .allSatisfy(alert -> assertThat(alert.evidence().regions()).hasSize(REGIONS))
                .allSatisfy(alert -> assertThat(alert.evidence().features()).hasSize(3));
    }

    @Test
    void datesItsBeginning() {
        int dated = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            var alerts = HourlyStage.alerts(step(new SimulatedStream(seed, PER_HOUR), 3, hour -> List.of()));
            long onset = HourlyStage.of(alerts, Kind.BROADCAST)
                    .get(0)
                    .evidence()
                    .onset()
                    .at();
            dated += Math.abs(onset - since(0)) <= 6 * SimulatedStream.HOUR ? 1 : 0;
        }
        assertThat(dated).isGreaterThanOrEqualTo(SEEDS - 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aCampaignInOneEverydayWordIsNone(int seed) {
        var stream = new SimulatedStream(seed, PER_HOUR);
        var alerts = HourlyStage.alerts(HourlyStage.buckets(stream, DAYS * 24, hour -> many(stream, hour, 9, "f0")));

        assertThat(HourlyStage.of(alerts, Kind.BROADCAST)).isEmpty();
        assertThat(alerts).anyMatch(alert -> alert.stage() == Stage.MASS);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aCampaignInTheMidstOfItIsFound(int seed) {
        var stream = new SimulatedStream(seed, PER_HOUR);
        var alerts = HourlyStage.alerts(step(stream, 3, hour -> hour < 24 ? List.of() : many(stream, hour, 3, "lies")));

        assertThat(HourlyStage.of(alerts, Kind.BROADCAST)).hasSize(1);
        assertThat(alerts).anySatisfy(alert -> {
            assertThat(alert.stage()).isEqualTo(Stage.MASS);
            assertThat(alert.evidence().features().get(0).code()).isEqualTo("lies");
        });
    }

    /** Of seed 4 chance raises a campaign in the same word beforehand, which what grows joins. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 5, 6, 7})
    void whatGrowsBeyondItIsACampaignOfItsOwn(int seed) {
        var stream = new SimulatedStream(seed, PER_HOUR);
        var alerts = HourlyStage.alerts(step(stream, 3, hour -> hour < 24 ? List.of() : many(stream, hour, 30, "f0")));

        var broadcast = HourlyStage.of(alerts, Kind.BROADCAST).get(0);
        assertThat(HourlyStage.of(alerts, Kind.RAISED))
                .anyMatch(alert -> alert.splitFrom().equals(Optional.of(broadcast.campaign())));
        assertThat(alerts).anySatisfy(alert -> {
            assertThat(alert.stage()).isEqualTo(Stage.MASS);
            assertThat(alert.evidence().features().get(0).code()).isEqualTo("f0");
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void oneThatLastsRemainsOneAlert(int seed) {
        var stream = new SimulatedStream(seed, BUSY_PER_HOUR);
        var alerts = HourlyStage.alerts(
                HourlyStage.buckets(stream, LASTING_DAYS * 24, hour -> stream.usual(2 * BUSY_PER_HOUR)));

        assertThat(HourlyStage.of(alerts, Kind.BROADCAST)).hasSize(1);
        assertThat(alerts).noneMatch(alert -> alert.stage() == Stage.MASS);
        assertThat(HourlyStage.of(alerts, Kind.RAISED)).allMatch(alert -> alert.at() < since(2));
    }

    @ParameterizedTest(name = "seed {0}, {1} an hour")
    @CsvSource({
        "1, 9", "2, 9", "3, 9", "4, 9", "2, 5", "3, 5", "4, 5", "1, 4", "2, 4", "3, 4", "4, 4", "1, 3", "2, 3", "3, 3",
        "4, 3"
    })
    void aCampaignInAnEverydayWordAfterItIsMass(int seed, int perHour) {
        var stream = new SimulatedStream(seed, PER_HOUR);
        var alerts = HourlyStage.alerts(HourlyStage.buckets(stream, 2 * DAYS * 24, hour -> {
            if (hour < 48) {
                return hour < 24 ? stream.usual(2 * PER_HOUR) : List.of();
            }
            return many(stream, hour, perHour, "f0");
        }));

        assertThat(HourlyStage.of(alerts, Kind.BROADCAST)).hasSize(1);
        assertThat(alerts).anySatisfy(alert -> {
            assertThat(alert.stage()).isEqualTo(Stage.MASS);
            assertThat(alert.evidence().features().get(0).code()).isEqualTo("f0");
        });
    }

    /** What the step brought is nobody's campaign: neither its beginning nor its people. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 4, 5, 6})
    void aCampaignAWeekAfterAStepThatLastsIsNotDatedToTheStep(int seed) {
        var stream = new SimulatedStream(seed, 16);
        int week = 7 * 24;
        var alerts = HourlyStage.alerts(HourlyStage.buckets(stream, week + 4 * 24, hour -> {
            var extras = new ArrayList<>(stream.usual(16));
            extras.addAll(hour < week ? List.<Extra>of() : many(stream, hour, 16, "f0"));
            return extras;
        }));

        assertThat(alerts)
                .filteredOn(alert -> alert.stage() == Stage.MASS)
                .first()
                .satisfies(mass -> {
                    assertThat(mass.evidence().onset().at()).isBetween(since(week - 24), since(week + 24));
                    assertThat(mass.at()).isGreaterThanOrEqualTo(since(week + 60));
                });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aMassEffortBeforeItIsNotTakenIntoIt(int seed) {
        var stream = new SimulatedStream(seed, PER_HOUR);
        var alerts = HourlyStage.alerts(HourlyStage.buckets(stream, 3 * DAYS * 24, hour -> {
            var extras = new ArrayList<>(hour < 76 ? many(stream, hour, 6, "lies") : List.<Extra>of());
            extras.addAll(hour < 88 || hour >= 136 ? List.of() : stream.usual(2 * PER_HOUR));
            return extras;
        }));

        var mass = alerts.stream()
                .filter(alert -> alert.stage() == Stage.MASS)
                .findFirst()
                .orElseThrow();
        var called = HourlyStage.of(alerts, Kind.BROADCAST).get(0);
        assertThat(called.at()).isGreaterThan(since(88));
        // That regions share nothing is no news while everything rises.
        assertThat(alerts)
                .noneMatch(
                        alert -> alert.at() <= since(136) && alert.splitFrom().isPresent());
        assertThat(alerts)
                .noneMatch(alert -> alert.campaign().equals(called.campaign())
                        && alert.mergedFrom().contains(mass.campaign()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void aMassEffortOfTheSameDayIsNotTakenIntoItEither(int seed) {
        var stream = new SimulatedStream(seed, PER_HOUR);
        var alerts = HourlyStage.alerts(HourlyStage.buckets(stream, 2 * DAYS * 24, hour -> {
            var extras = new ArrayList<>(hour < 10 ? many(stream, hour, 2 + 2 * hour, "lies") : List.<Extra>of());
            extras.addAll(hour < 12 ? List.of() : stream.usual(2 * PER_HOUR));
            return extras;
        }));

        var mass = alerts.stream()
                .filter(alert -> alert.stage() == Stage.MASS)
                .findFirst()
                .orElseThrow();
        var broadcasts = HourlyStage.of(alerts, Kind.BROADCAST).stream()
                .map(CampaignAlert::campaign)
                .toList();
        assertThat(broadcasts).isNotEmpty();
        assertThat(alerts)
                .filteredOn(alert -> broadcasts.contains(alert.campaign()))
                .noneMatch(alert -> alert.mergedFrom().contains(mass.campaign()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void oneThatIsOverEndsAndIsNotToldAgain(int seed) {
        var stream = new SimulatedStream(seed, PER_HOUR);
        var alerts = HourlyStage.alerts(
                HourlyStage.buckets(stream, 3 * DAYS * 24, hour -> hour < 24 ? stream.usual(2 * PER_HOUR) : List.of()));

        assertThat(HourlyStage.of(alerts, Kind.BROADCAST)).hasSize(1);
        var called = HourlyStage.of(alerts, Kind.BROADCAST).get(0);
        assertThat(HourlyStage.of(alerts, Kind.RESOLVED)).anySatisfy(alert -> {
            assertThat(alert.campaign()).isEqualTo(called.campaign());
            assertThat(alert.at()).isLessThan(since(2 * DAYS * 24));
        });
    }

    @Test
    void whileItLivesNothingIsSaidEarlyOfItsParts() {
        int before = 0;
        int after = 0;
        // Of seed 3 chance calls a broadcast the day before.
        for (int seed : new int[] {1, 2, 4}) {
            var run = new EarlyRun(2, () -> true);
            run.takeAll(EarlyStream.step(seed, 10, 40));
            boolean lives = false;
            for (Object said : run.said) {
                lives |= said instanceof CampaignAlert alert && alert.kind() == Kind.BROADCAST;
                before += !lives && said instanceof EarlySignal ? 1 : 0;
                after += lives && said instanceof EarlySignal ? 1 : 0;
            }
            assertThat(lives).isTrue();
        }
        assertThat(before).isPositive();
        assertThat(after).isZero();
    }

    @Test
    void aRestartAtAnyHourDecidesTheSame() {
        var stream = new SimulatedStream(3, PER_HOUR);
        var buckets = step(stream, 3, hour -> hour < 24 ? List.of() : many(stream, hour, 30, "f0"));

        assertThat(HourlyStage.decide(buckets, new ReloadedTables(), 1)).isEqualTo(HourlyStage.decide(buckets));
    }

    private static Set<UUID> raisedWithItAndNeverMerged(List<CampaignAlert> alerts) {
        var raised = new HashSet<UUID>();
        HourlyStage.of(alerts, Kind.RAISED).stream()
                .filter(alert -> alert.at() > since(0))
                .forEach(alert -> raised.add(alert.campaign()));
        alerts.forEach(alert -> alert.mergedFrom().forEach(raised::remove));
        return raised;
    }

    private static long since(int hours) {
        return SimulatedStream.hourAt(HourlyStage.QUIET + hours);
    }

    private static List<ClosedBucket> step(SimulatedStream stream, int times, IntFunction<List<Extra>> others) {
        return HourlyStage.buckets(stream, DAYS * 24, hour -> {
            var extras = new ArrayList<>(others.apply(hour));
            extras.addAll(stream.usual((times - 1) * PER_HOUR));
            return extras;
        });
    }

    private static List<Extra> many(SimulatedStream stream, int hour, int count, String feature) {
        return IntStream.range(0, count)
                .mapToObj(i -> stream.fresh((hour * count + i) % 8, feature))
                .toList();
    }
}
