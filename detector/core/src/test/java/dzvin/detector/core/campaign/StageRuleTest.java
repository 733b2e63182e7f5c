package dzvin.detector.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.decide.Estimate;
import dzvin.detector.core.decide.Stage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bounds of the test policy: 50 people, 5 regions, 3 effective regions, doubling within 48 h or lasting 72 h. */
class StageRuleTest {
    private static final Optional<Estimate> FAST = Optional.of(new Estimate(47, 30, 60));
    private static final Optional<Estimate> SLOW = Optional.of(new Estimate(49, 30, 60));
    private static final long SHORT = Duration.ofHours(71).toMillis();
    private static final long LONG = Duration.ofDays(3).toMillis();

    private final StageRule rule = new StageRule(TestPolicies.standard().stages());

    @Test
    void massAsksForAllOfPeopleRegionsAndEffectiveRegions() {
        assertThat(stage(50, 5, 3, FAST, SHORT)).isEqualTo(Stage.MASS);
        assertThat(stage(49.9, 5, 3, FAST, SHORT)).isEqualTo(Stage.SPREADING);
        assertThat(stage(50, 4, 3, FAST, SHORT)).isEqualTo(Stage.SPREADING);
        assertThat(stage(50, 5, 2.9, FAST, SHORT)).isEqualTo(Stage.SPREADING);
    }

    @Test
    void massAsksForGrowthOrPersistence() {
        assertThat(stage(500, 20, 10, SLOW, SHORT)).isEqualTo(Stage.SPREADING);
        assertThat(stage(500, 20, 10, Optional.empty(), SHORT)).isEqualTo(Stage.SPREADING);
        assertThat(stage(500, 20, 10, Optional.empty(), LONG)).isEqualTo(Stage.MASS);
    }

    @Test
    void spreadingAsksForSeveralPeopleInMoreThanOneRegion() {
        assertThat(stage(12, 2, 1.2, Optional.empty(), SHORT)).isEqualTo(Stage.SPREADING);
        assertThat(stage(11, 2, 2, Optional.empty(), SHORT)).isEqualTo(Stage.EMERGING);
        assertThat(stage(1000, 1, 1, FAST, LONG)).isEqualTo(Stage.EMERGING);
    }

    @Test
    void whileThereIsNewsNothingBringsACampaignDown() {
        assertThat(rule.stage(Stage.MASS, reach(5, 1, 1, Optional.empty(), LONG), true))
                .isEqualTo(Stage.MASS);
        assertThat(rule.stage(Stage.SPREADING, reach(1, 1, 1, Optional.empty(), LONG), true))
                .isEqualTo(Stage.SPREADING);
    }

    @Test
    void newsWakesACampaignThatSubsidedAtTheStageThatItHasReach() {
        assertThat(rule.stage(Stage.SUBSIDING, reach(13, 2, 2, Optional.empty(), LONG), true))
                .isEqualTo(Stage.SPREADING);
    }

    @Test
    void anAppealToReportIsNeverAMassEffort() {
        assertThat(rule.stage(Stage.EMERGING, reach(5000, 25, 20, FAST, LONG), false))
                .isEqualTo(Stage.SPREADING);
    }

    private Stage stage(double people, int regions, double effective, Optional<Estimate> doubling, long lasts) {
        return rule.stage(Stage.EMERGING, reach(people, regions, effective, doubling, lasts), true);
    }

    private static StageRule.Reach reach(
            double people, int regions, double effective, Optional<Estimate> doubling, long lasts) {
        return new StageRule.Reach(people, regions, effective, doubling, lasts);
    }
}
