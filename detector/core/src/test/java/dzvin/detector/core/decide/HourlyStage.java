package dzvin.detector.core.decide;

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
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The decision stage with buckets of an hour, after {@value #QUIET} quiet hours. */
final class HourlyStage {
    static final int QUIET = 20 * 24;
    static final Policy POLICY = hourly();

    private HourlyStage() {}

    static List<Decision> decide(List<ClosedBucket> buckets) {
        return decide(buckets, Tables.inMemory(), Integer.MAX_VALUE);
    }

    static List<Decision> decide(List<ClosedBucket> buckets, Tables tables, int restartEvery) {
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

    static List<CampaignAlert> alerts(List<ClosedBucket> buckets) {
        return decide(buckets).stream()
                .filter(CampaignAlert.class::isInstance)
                .map(CampaignAlert.class::cast)
                .toList();
    }

    static List<ClosedBucket> buckets(SimulatedStream stream, int hours, IntFunction<List<Extra>> extras) {
        return IntStream.range(0, QUIET + hours)
                .mapToObj(hour -> stream.hour(hour, hour < QUIET ? List.of() : extras.apply(hour - QUIET)))
                .toList();
    }

    static List<CampaignAlert> of(List<CampaignAlert> alerts, Kind kind) {
        return alerts.stream().filter(alert -> alert.kind() == kind).toList();
    }

    private static Policy hourly() {
        var standard = TestPolicies.watching(
                new View(List.of(Dimension.REGION)),
                new View(List.of(Dimension.FEATURE)),
                new View(List.of(Dimension.REGION, Dimension.FEATURE)));
        return TestPolicies.hourly(
                standard,
                standard.baseline().after(),
                List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24), Duration.ofDays(7)));
    }
}
