package dzvin.bench.latency;

import java.time.Duration;

/**
 * What is run.
 *
 * @param perSecond everyday reports a second
 * @param waves planted, one after another
 * @param between the beginnings of two waves
 * @param people in each, told in one request
 */
record LatencyPlan(int perSecond, int waves, Duration between, int people) {
    static LatencyPlan smoke() {
        return new LatencyPlan(50, 3, Duration.ofMillis(1_500), 12);
    }

    static LatencyPlan all() {
        return new LatencyPlan(1_000, 150, Duration.ofMillis(1_130), 12);
    }
}
