package dzvin.detector.core;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.view.Dimension;
import dzvin.detector.core.view.View;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** TestPolicies for tests. */
public final class TestPolicies {
    private TestPolicies() {}

    /** The default views, buckets of five minutes, two minutes of grace. */
    public static Policy standard() {
        return watching(
                new View(List.of(Dimension.REGION)),
                new View(List.of(Dimension.FEATURE)),
                new View(List.of(Dimension.REGION, Dimension.FEATURE)),
                new View(List.of(Dimension.NUMBER)),
                new View(List.of(Dimension.NUMBER_BLOCK)));
    }

    public static Policy watching(View... views) {
        return new Policy(
                "test",
                "000000000000",
                Duration.ofMinutes(5),
                Duration.ofMinutes(2),
                Duration.ofDays(7),
                List.of(views),
                List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(7)),
                1,
                true,
                new Policy.Calendar(ZoneOffset.UTC, new TreeSet<>()),
                new Policy.Learning(Duration.ofHours(48), Duration.ofDays(28), Duration.ofDays(14)),
                new Policy.StageBounds(
                        new Policy.Spreading(12, 2),
                        new Policy.Mass(50, 5, 3, Duration.ofHours(72), Duration.ofHours(48), Duration.ofHours(72)),
                        Duration.ofHours(24),
                        Duration.ofHours(72)),
                new TreeMap<>());
    }

    /** The same with buckets of an hour. */
    public static Policy hourly(Policy standard, Duration learnAfter, List<Duration> scales) {
        return new Policy(
                standard.name(),
                standard.digest(),
                Duration.ofHours(1),
                standard.grace(),
                standard.dedupHorizon(),
                standard.views(),
                scales,
                standard.falseAlarmsPerWeek(),
                standard.earlyAlerts(),
                standard.calendar(),
                new Policy.Learning(
                        learnAfter,
                        standard.baseline().halfLife(),
                        standard.baseline().grey()),
                standard.stages(),
                standard.population());
    }
}
