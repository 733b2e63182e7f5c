package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.Chance;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.SimulatedStream.Extra;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A campaign that ends while its keys are still somewhat above what they should be, after which a larger one grows slowly. */
class EndedTest {
    private static final int STEP_DAYS = 150;
    private static final int ENDED_BY = 7;
    private static final int AFTER_DAYS = 20;
    private static final long DAY = 24 * SimulatedStream.HOUR;
    /** Reports a day where one in three days is usual: a handful in a week, a lull, then more from week to week. */
    private static final int[] DAYS = {
        2, 3, 0, 0, 2, 0, 1, 0, 2, 1, 1, 1, 3, 3, 1, 1, 0, 2, 4, 2, 0, 1, 2, 1, 1, 3, 3, 0, 1, 2, 0, 3, 5, 5, 1, 0, 3,
        2, 6, 4, 5, 3, 0, 1, 2, 4, 2, 1, 5, 1, 4, 8, 4, 4, 2, 4, 4, 5, 4, 8, 1, 6, 4, 2, 1, 7, 5, 4, 4, 3, 2, 13
    };

    @ParameterizedTest(name = "everyday reports of seed {0}")
    @ValueSource(ints = {2, 5, 7, 8, 11})
    void whatGrowsAfterwardsIsRaisedAnew(int seed) {
        var alerts = HourlyStage.alerts(days(seed));

        assertThat(HourlyStage.of(alerts, Kind.RESOLVED))
                .anySatisfy(alert -> assertThat(alert.at()).isBetween(day(ENDED_BY), day(ENDED_BY + 1)));
        assertThat(HourlyStage.of(alerts, Kind.RAISED))
                .anySatisfy(alert -> assertThat(alert.at()).isBetween(day(ENDED_BY + 1), day(ENDED_BY + 7)));
    }

    @ParameterizedTest(name = "everyday reports of seed {0}")
    @ValueSource(ints = {2, 3, 4, 5, 9, 12})
    void whatWasToldIsNotToldAgain(int seed) {
        var alerts = HourlyStage.alerts(days(seed));

        long ended = Long.MIN_VALUE;
        for (var alert : alerts) {
            if (alert.kind() == Kind.RESOLVED) {
                ended = alert.at();
            } else if (alert.kind() == Kind.RAISED) {
                assertThat(alert.evidence().onset().from()).isGreaterThanOrEqualTo(ended);
                assertThat(alert.evidence().windowFrom()).isGreaterThanOrEqualTo(ended);
            }
        }
        assertThat(ended).isGreaterThan(Long.MIN_VALUE);
    }

    /** Twenty mass efforts in everyday words, three and a half days each, and twenty days of nothing but everyday reports after them. */
    @Test
    void afterAMassEffortItIsSaidToSubsideAndNothingRingsThatWouldNotHaveRung() {
        int mass = 0;
        int raised = 0;
        long days = 0;
        long ends = 0;
        for (int seed = 0; seed < 20; seed++) {
            var alerts = HourlyStage.alerts(stopsAfter(new SimulatedStream(seed, 16), 84));
            long stop = SimulatedStream.hourAt(HourlyStage.QUIET + 84);
            mass += alerts.stream().anyMatch(alert -> alert.stage() == Stage.MASS) ? 1 : 0;
            raised += (int) HourlyStage.of(alerts, Kind.RAISED).stream()
                    .filter(alert -> alert.at() > stop)
                    .count();
            days += daysUntil(Stage.SUBSIDING, alerts, stop);
            ends += daysUntil(Stage.ENDED, alerts, stop);
        }
        assertThat(mass).isEqualTo(20);
        assertThat(raised).as("alarms in 57 weeks, one a week is allowed").isLessThan(15);
        assertThat(days / 20.0).as("days until it subsides").isLessThan(3.5);
        assertThat(ends / 20.0).as("days until it has ended").isLessThan(6.5);
    }

    private static long daysUntil(Stage stage, List<CampaignAlert> alerts, long since) {
        return alerts.stream()
                .filter(alert -> alert.at() > since && alert.stage() == stage)
                .mapToLong(alert -> (alert.at() - since) / DAY)
                .min()
                .orElse(AFTER_DAYS);
    }

    private static List<ClosedBucket> stopsAfter(SimulatedStream stream, int hours) {
        return HourlyStage.buckets(
                stream, hours + AFTER_DAYS * 24, hour -> hour >= hours ? List.of() : stream.everywhere(hour, 32, "f0"));
    }

    @Test
    void whatLastsIsTheNewNormalAfterFourWeeks() {
        int atFirst = 0;
        int afterwards = 0;
        int raisedWithout = 0;
        for (int seed = 1; seed <= 8; seed++) {
            for (var alert : HourlyStage.of(HourlyStage.alerts(steps(seed, 6, 12)), Kind.RAISED)) {
                atFirst += alert.at() >= day(0) && alert.at() < day(60) ? 1 : 0;
                afterwards += alert.at() >= day(60) ? 1 : 0;
            }
            raisedWithout += (int) HourlyStage.of(HourlyStage.alerts(steps(seed, 12, 12)), Kind.RAISED).stream()
                    .filter(alert -> alert.at() >= day(60))
                    .count();
        }

        assertThat(atFirst).isBetween(8, 8 * 3);
        assertThat(afterwards).isLessThanOrEqualTo(raisedWithout + 8);
    }

    /** Reports a day before and after a step that lasts. */
    private static List<ClosedBucket> steps(int seed, double before, double after) {
        var stream = new SimulatedStream(seed, 0);
        var chance = new Chance(seed);
        return IntStream.range(0, HourlyStage.QUIET + STEP_DAYS * 24)
                .mapToObj(hour -> {
                    double mean = (hour < HourlyStage.QUIET ? before : after) / 24;
                    return stream.hour(hour, reports(stream, chance.poisson(mean)));
                })
                .toList();
    }

    @Test
    void aRestartRemembersWhatWasTold() {
        var buckets = days(2);

        assertThat(HourlyStage.decide(buckets, new ReloadedTables(), 5)).isEqualTo(HourlyStage.decide(buckets));
    }

    private static List<ClosedBucket> days(int seed) {
        var stream = new SimulatedStream(seed, 0);
        var chance = new Chance(seed);
        return IntStream.range(0, HourlyStage.QUIET + DAYS.length * 24)
                .mapToObj(hour -> stream.hour(
                        hour,
                        hour % 24 != 12
                                ? List.of()
                                : reports(stream, hour < HourlyStage.QUIET ? chance.poisson(0.35) : count(hour))))
                .toList();
    }

    private static int count(int hour) {
        return DAYS[(hour - HourlyStage.QUIET) / 24];
    }

    private static List<Extra> reports(SimulatedStream stream, int count) {
        return IntStream.range(0, count).mapToObj(i -> stream.fresh(3, "f1")).toList();
    }

    private static long day(int day) {
        return SimulatedStream.hourAt(HourlyStage.QUIET + day * 24);
    }
}
