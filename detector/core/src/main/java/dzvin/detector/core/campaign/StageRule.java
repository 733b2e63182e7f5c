package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.Estimate;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.policy.Policy;
import java.util.Optional;

/** Which stage a campaign has reached while there is news of it. Upwards only: it is silence that brings it down. */
final class StageRule {
    private final Policy.StageBounds bounds;

    StageRule(Policy.StageBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * What the bounds are held against, counted over the policy's window and without calls of long ago.
     *
     * @param people beyond the baseline
     * @param regions with at least two people
     * @param lasts milliseconds since the onset
     */
    record Reach(double people, int regions, double effectiveRegions, Optional<Estimate> doublingHours, long lasts) {}

    Stage stage(Stage before, Reach reach, boolean mayBeMass) {
        var reached = mayBeMass && isMass(reach) ? Stage.MASS : isSpreading(reach) ? Stage.SPREADING : Stage.EMERGING;
        boolean falls = before == Stage.SUBSIDING || before.compareTo(reached) < 0;
        return falls ? reached : before;
    }

    private boolean isSpreading(Reach reach) {
        var spreading = bounds.spreading();
        return reach.people() >= spreading.people() && reach.regions() >= spreading.regions();
    }

    private boolean isMass(Reach reach) {
        var mass = bounds.mass();
        boolean grows = reach.doublingHours()
                .filter(doubling -> doubling.value() <= mass.doubling().toMinutes() / 60.0)
                .isPresent();
        boolean persists = reach.lasts() >= mass.persistence().toMillis();
        return reach.people() >= mass.people()
                && reach.regions() >= mass.regions()
                && reach.effectiveRegions() >= mass.effectiveRegions()
                && (grows || persists);
    }
}
