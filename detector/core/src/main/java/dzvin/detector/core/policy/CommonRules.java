package dzvin.detector.core.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Rules over more than one value of a policy. */
final class CommonRules {
    /** A key whose value does not go with the others. */
    record Broken(PolicyKey<?> key, String rule, String got) {}

    private final Policy policy;
    private final List<Broken> broken = new ArrayList<>();

    CommonRules(Policy policy) {
        this.policy = policy;
        lists();
        scales();
        stages();
    }

    List<Broken> broken() {
        return broken;
    }

    private void lists() {
        require(!policy.views().isEmpty(), PolicyKeys.VIEWS, "must have at least one view", "none");
        require(!policy.scales().isEmpty(), PolicyKeys.SCALES, "must have at least one scale", "none");
        require(
                new HashSet<>(policy.views()).size() == policy.views().size(),
                PolicyKeys.VIEWS,
                "must be different from each other",
                policy.views().stream().map(PolicyKeys.VIEWS.rule().writer()).collect(Collectors.joining(", ")));
    }

    private void scales() {
        var before = Duration.ZERO;
        for (Duration scale : policy.scales()) {
            require(
                    scale.toMillis() % policy.bucket().toMillis() == 0,
                    PolicyKeys.SCALES,
                    "must be multiples of the bucket, " + Durations.write(policy.bucket()),
                    Durations.write(scale));
            require(
                    scale.compareTo(before) > 0,
                    PolicyKeys.SCALES,
                    "must ascend",
                    Durations.write(scale) + " after " + Durations.write(before));
            before = scale;
        }
    }

    private void stages() {
        var stages = policy.stages();
        var mass = stages.mass();
        require(
                mass.people() >= stages.spreading().people(),
                PolicyKeys.MASS_PEOPLE,
                "must be at least stages.spreading.people, "
                        + stages.spreading().people(),
                String.valueOf(mass.people()));
        require(
                mass.regions() >= stages.spreading().regions(),
                PolicyKeys.MASS_REGIONS,
                "must be at least stages.spreading.regions, "
                        + stages.spreading().regions(),
                String.valueOf(mass.regions()));
        require(
                mass.effectiveRegions() <= mass.regions(),
                PolicyKeys.MASS_EFFECTIVE,
                "must be at most stages.mass.regions, " + mass.regions(),
                PolicyKeys.MASS_EFFECTIVE.rule().writer().apply(mass.effectiveRegions()));
        require(
                stages.endedAfter().compareTo(stages.subsidingAfter()) > 0,
                PolicyKeys.ENDED_AFTER,
                "must be longer than stages.subsidingAfter, " + Durations.write(stages.subsidingAfter()),
                Durations.write(stages.endedAfter()));
    }

    private void require(boolean holds, PolicyKey<?> key, String rule, String got) {
        if (!holds) {
            broken.add(new Broken(key, rule, got));
        }
    }
}
