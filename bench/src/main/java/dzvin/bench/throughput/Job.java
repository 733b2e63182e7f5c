package dzvin.bench.throughput;

import dzvin.detector.core.policy.Policies;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.view.ViewKeys;
import dzvin.detector.streams.avro.ReportCodec;
import dzvin.schemas.avro.Report;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** The job that everybody does: how many different people reported on each key of the shipped views in each bucket. */
final class Job {
    static final Policy POLICY = Policies.shipped("ua");

    /** Reports that were taken apart into their keys. */
    static final LongAdder SPLIT = new LongAdder();

    /** Keys that they were taken apart into. */
    static final LongAdder KEYS = new LongAdder();

    /** Keys that were counted. */
    static final LongAdder COUNTED = new LongAdder();

    /** Keys that came late to their window and were dropped. */
    static final LongAdder DROPPED = new LongAdder();

    private static final ThreadLocal<ViewKeys> VIEWS =
            ThreadLocal.withInitial(() -> new ViewKeys(POLICY.countedViews()));

    private Job() {}

    /** Nothing of this lap is done yet. */
    static void begin() {
        SPLIT.reset();
        KEYS.reset();
        COUNTED.reset();
        DROPPED.reset();
    }

    static List<String> keys(Report report) {
        var keys = VIEWS.get().of(ReportCodec.toCore(report)).stream()
                .map(key -> key.text())
                .toList();
        SPLIT.increment();
        KEYS.add(keys.size());
        return keys;
    }

    /** A person as 64 bits. */
    static long person(Report report) {
        var name = report.getReporter() == null ? report.getId() : report.getReporter();
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return hash ^ (hash >>> 29);
    }

    /** @param dropped how many keys were dropped so far */
    static Progress progress(LongSupplier dropped) {
        return new Progress() {
            /** Reports whose keys are all counted or dropped, on average. */
            @Override
            public double done() {
                long keys = KEYS.sum();
                return keys == 0 ? 0 : (double) (COUNTED.sum() + dropped.getAsLong()) * SPLIT.sum() / keys;
            }

            @Override
            public double lost() {
                return (double) dropped.getAsLong() / KEYS.sum();
            }
        };
    }
}
