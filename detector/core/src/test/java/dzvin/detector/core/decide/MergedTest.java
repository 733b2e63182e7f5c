package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.SimulatedStream.Extra;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two campaigns that come to share their calls become one, and stay one through a restart. */
class MergedTest {
    /** In this one an hour ends with a merger in which nothing was reported. */
    private static final int SILENT_MERGER = 131;

    @Test
    void theOlderOneTakesTheOtherOver() {
        var stream = new SimulatedStream(22, 4);
        var decisions = HourlyStage.decide(HourlyStage.buckets(
                stream,
                72,
                hour -> hour < 12
                        ? List.of(stream.fresh(0, "a"), stream.fresh(1, "b"))
                        : List.of(stream.fresh(0, "a,b"), stream.fresh(1, "a,b"))));

        var merger = decisions.stream()
                .filter(decision -> decision instanceof CampaignAlert alert && alert.kind() == Kind.MERGED)
                .map(CampaignAlert.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(merger.mergedFrom()).hasSize(1).doesNotContain(merger.campaign());
        assertThat(decisions)
                .filteredOn(decision -> decision instanceof CampaignSnapshot snapshot
                        && merger.mergedFrom().contains(snapshot.id()))
                .last()
                .satisfies(last ->
                        assertThat(((CampaignSnapshot) last).mergedInto()).isEqualTo(Optional.of(merger.campaign())));
        assertThat(decisions)
                .filteredOn(decision -> decision instanceof CampaignAlert alert && alert.at() > merger.at())
                .isNotEmpty()
                .noneMatch(decision -> merger.mergedFrom().contains(((CampaignAlert) decision).campaign()));
    }

    @Test
    void whatWasMergedInSilenceIsRememberedThroughARestart() {
        var buckets = twoScriptsThatBecomeOne();
        var whole = HourlyStage.decide(buckets);

        assertThat(whole).anyMatch(decision -> decision instanceof CampaignAlert alert && alert.kind() == Kind.MERGED);
        assertThat(HourlyStage.decide(buckets, new ReloadedTables(), 1)).isEqualTo(whole);
    }

    private static List<ClosedBucket> twoScriptsThatBecomeOne() {
        var random = new Random(SILENT_MERGER);
        var stream = new SimulatedStream(SILENT_MERGER, 0.4);
        int begins = 5 + random.nextInt(5);
        random.nextInt(1);
        return HourlyStage.buckets(stream, 5 * 24, hour -> {
            var extras = new ArrayList<Extra>();
            if (hour % 6 == 0 || (hour % 6 == 5 && random.nextBoolean())) {
                return extras;
            }
            if (hour < begins) {
                extras.add(stream.fresh(20, "a"));
                extras.add(stream.fresh(21, "b"));
            } else if (hour >= 12 && random.nextInt(3) == 0) {
                extras.add(stream.fresh(20 + random.nextInt(2), "a,b"));
            }
            return extras;
        });
    }
}
