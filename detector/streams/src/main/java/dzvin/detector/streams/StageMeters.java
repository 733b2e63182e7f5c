package dzvin.detector.streams;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;

/** What operators see of the bounds of one task of a stage: keys that were forgotten for them, and what waits on the heap. */
final class StageMeters {
    private final MeterRegistry registry;
    private final List<Meter> meters;
    private volatile long forgotten;
    private volatile long waiting;

    StageMeters(MeterRegistry registry, String stage, int partition) {
        this.registry = registry;
        var tags = Tags.of("stage", stage, "partition", Integer.toString(partition));
        this.meters = List.of(
                FunctionCounter.builder("dzvin.detector.forgotten.keys", this, shown -> shown.forgotten)
                        .description("keys that were forgotten before their time, since there were too many")
                        .tags(tags)
                        .register(registry),
                Gauge.builder("dzvin.detector.waiting", this, shown -> shown.waiting)
                        .description("batches of cells that wait on the heap for others to close their bucket")
                        .baseUnit("bytes")
                        .tags(tags)
                        .register(registry));
    }

    void update(long forgottenKeys, long waitingBytes) {
        forgotten = forgottenKeys;
        waiting = waitingBytes;
    }

    void remove() {
        meters.forEach(registry::remove);
    }
}
