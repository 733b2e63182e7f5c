package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.decide.CampaignAlert.Kind;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Invariant I4, budget: where nothing but the baseline is at work, no more rings than was allowed. A small sample with fixed seeds, so that
 * a change that breaks the budget is seen in every build; the measurement itself, with many kinds of streams, is in {@code bench}.
 */
class I4BudgetTest {
    private static final int STREAMS = 4;
    private static final int WEEKS = 5;
    private static final double REPORTS_AN_HOUR = 4;
    private static final int GREY_HOURS = 14 * 24;

    @Test
    void streamsWithoutACampaignRingWithinTheBudgetAndNotNever() {
        double budget = HourlyStage.POLICY.falseAlarmsPerWeek();

        long alarms = LongStream.range(0, STREAMS)
                .map(stream -> alarms(new SimulatedStream(40 + stream, REPORTS_AN_HOUR)))
                .sum();

        assertThat(alarms).isPositive();
        assertThat((double) alarms / STREAMS / WEEKS).isLessThanOrEqualTo(budget);
    }

    private static long alarms(SimulatedStream stream) {
        int watched = GREY_HOURS + WEEKS * 7 * 24;
        return HourlyStage.alerts(HourlyStage.buckets(stream, watched - HourlyStage.QUIET, hour -> List.of())).stream()
                .filter(alert -> alert.kind() == Kind.RAISED || alert.kind() == Kind.BROADCAST)
                .count();
    }
}
