package dzvin.bench.quality;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.PolicyReader;

/** The policy that is measured: the reader's own defaults in UTC, with another budget. */
final class BenchPolicy {
    private BenchPolicy() {}

    static Policy withBudget(double falseAlarmsPerWeek) {
        return PolicyReader.read(
                "bench.yaml",
                "policy: bench\nfalseAlarmsPerWeek: " + falseAlarmsPerWeek + "\ncalendar:\n  zone: UTC\n");
    }
}
