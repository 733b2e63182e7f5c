package dzvin.bench.throughput;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Who runs, by name, in the order of the table. */
final class Contenders {
    static final String CEILING = "ceiling";
    static final String PLAIN = "plain Streams, 2 threads, exactly once";
    static final String FLINK = "Flink, parallelism 2";
    static final String DZVIN = "Dzvin, 2 threads, exactly once";

    private Contenders() {}

    static Map<String, Supplier<Contender>> all() {
        var all = new LinkedHashMap<String, Supplier<Contender>>();
        all.put(CEILING, Ceiling::new);
        all.put(PLAIN, () -> new PlainStreams(2, true));
        all.put(FLINK, () -> new FlinkJob(2));
        all.put("Dzvin, 1 thread, at least once", () -> new DzvinContender(1, false));
        all.put("Dzvin, 2 threads, at least once", () -> new DzvinContender(2, false));
        all.put("Dzvin, 1 thread, exactly once", () -> new DzvinContender(1, true));
        all.put(DZVIN, () -> new DzvinContender(2, true));
        return Collections.unmodifiableMap(all);
    }
}
