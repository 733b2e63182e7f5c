package dzvin.detector.streams;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.view.Dimension;
import dzvin.detector.core.view.View;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** A policy for tests: every kind of view, short grace. */
final class Policies {
    private Policies() {}

    static Policy everyView() {
        return new Policy(
                "test",
                "0123456789abcdef",
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                List.of(
                        new View(List.of(Dimension.ALL)),
                        new View(List.of(Dimension.REGION)),
                        new View(List.of(Dimension.FEATURE)),
                        new View(List.of(Dimension.REGION, Dimension.FEATURE)),
                        new View(List.of(Dimension.NUMBER)),
                        new View(List.of(Dimension.SCRIPT))),
                List.of(
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(6),
                        Duration.ofHours(24),
                        Duration.ofDays(7)),
                1.0,
                true,
                new Policy.Calendar(ZoneOffset.UTC, new TreeSet<>()),
                new Policy.Learning(Duration.ofDays(1), Duration.ofDays(28), Duration.ofDays(2)),
                new Policy.StageBounds(
                        new Policy.Spreading(8, 2),
                        new Policy.Mass(15, 3, 2.0, Duration.ofHours(24), Duration.ofHours(12), Duration.ofHours(48)),
                        Duration.ofHours(12),
                        Duration.ofHours(48)),
                new TreeMap<>());
    }

    static Policy withBucket(Duration bucket) {
        var other = everyView();
        return new Policy(
                other.name(),
                other.digest(),
                bucket,
                other.grace(),
                other.dedupHorizon(),
                other.views(),
                other.scales(),
                other.falseAlarmsPerWeek(),
                other.earlyAlerts(),
                other.calendar(),
                other.baseline(),
                other.stages(),
                other.population());
    }
}
