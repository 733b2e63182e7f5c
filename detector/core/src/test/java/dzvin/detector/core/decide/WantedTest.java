package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.state.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What nobody listens to is left out, and changes nothing else. */
class WantedTest {
    private static final List<ClosedBucket> BUCKETS = buckets();

    @Test
    void signalsAndAlertsAreTheSameWhetherOrNotEachChangeOfACampaignIsTold() {
        var everything = decide(Wanted.EVERYTHING);
        var some = decide(Wanted.SIGNALS_AND_ALERTS);

        assertThat(everything).hasAtLeastOneElementOfType(CampaignSnapshot.class);
        assertThat(some)
                .hasAtLeastOneElementOfType(CampaignAlert.class)
                .hasAtLeastOneElementOfType(SurgeSignal.class)
                .isEqualTo(everything.stream()
                        .filter(decision -> !(decision instanceof CampaignSnapshot))
                        .toList());
    }

    @Test
    void everyCampaignRings() {
        var everything = decide(Wanted.EVERYTHING);

        var told = everything.stream()
                .filter(CampaignSnapshot.class::isInstance)
                .map(decision -> ((CampaignSnapshot) decision).id())
                .collect(Collectors.toSet());
        var rung = everything.stream()
                .filter(CampaignAlert.class::isInstance)
                .map(decision -> ((CampaignAlert) decision).campaign())
                .collect(Collectors.<UUID>toSet());
        assertThat(rung).isNotEmpty().isEqualTo(told);
    }

    private static List<Decision> decide(Wanted wanted) {
        var stage = new DecisionStage(HourlyStage.POLICY, Tables.inMemory(), Labels.codes(), wanted);
        var decisions = new ArrayList<Decision>();
        BUCKETS.forEach(bucket -> decisions.addAll(stage.close(bucket)));
        return decisions;
    }

    /** Two campaigns that come to share their calls, and die down. */
    private static List<ClosedBucket> buckets() {
        var stream = new SimulatedStream(22, 4);
        return HourlyStage.buckets(
                stream,
                20 * 24,
                hour -> hour < 48 ? List.of(stream.fresh(0, "a"), stream.fresh(hour < 24 ? 1 : 0, "b")) : List.of());
    }
}
