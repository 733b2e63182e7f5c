package dzvin.bench.throughput;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Who runs, by name, in the order of the table. */
final class Contenders {
    static final String CEILING = "ceiling";
    static final String BARE = "bare Streams, 2 threads, exactly once";
    static final String PLAIN = "plain Streams, 2 threads, exactly once";
    static final String HASTY = "plain Streams, the policy's grace";
    static final String FLINK = "Flink, parallelism 2";
    static final String DURABLE_FLINK = "Flink, RocksDB, results to Kafka";
    static final String DZVIN = "Dzvin, 2 threads, exactly once";

    /** Longer than any stream, so that no report is dropped because another partition was read sooner. */
    private static final Duration LONG_GRACE = Duration.ofDays(100);

    private Contenders() {}

    static Map<String, Supplier<Contender>> all() {
        var all = new LinkedHashMap<String, Supplier<Contender>>();
        all.put(CEILING, Ceiling::new);
        all.put(BARE, () -> new BareStreams(2));
        all.put(PLAIN, () -> new PlainStreams(2, true, LONG_GRACE));
        all.put(HASTY, () -> new PlainStreams(2, true, Job.POLICY.grace()));
        all.put(FLINK, () -> new FlinkJob(2));
        all.put(DURABLE_FLINK, () -> new DurableFlinkJob(2));
        all.put("Dzvin, 1 thread, at least once", () -> new DzvinContender(1, false));
        all.put("Dzvin, 2 threads, at least once", () -> new DzvinContender(2, false));
        all.put("Dzvin, 1 thread, exactly once", () -> new DzvinContender(1, true));
        all.put(DZVIN, () -> new DzvinContender(2, true));
        return Collections.unmodifiableMap(all);
    }

    /** Those of a study by itself, by name. */
    static Map<String, Supplier<Contender>> ofInstances() {
        var all = new LinkedHashMap<String, Supplier<Contender>>();
        all.put("one instance, 2 threads", () -> new InstancesContender(1, 2, 0));
        all.put("two instances, 1 thread each", () -> new InstancesContender(2, 1, 0));
        all.put("one instance, 1 thread; another one joins after a third", () -> new InstancesContender(2, 1, 1.0 / 3));
        return Collections.unmodifiableMap(all);
    }

    static Contender named(String name) {
        var usual = all().get(name);
        return usual != null ? usual.get() : ofInstances().get(name).get();
    }
}
