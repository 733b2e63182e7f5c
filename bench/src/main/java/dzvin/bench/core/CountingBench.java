package dzvin.bench.core;

import dzvin.detector.core.Counting;
import dzvin.detector.core.Report;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.policy.Policies;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.view.ViewKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Keys of a report, and a report counted to the end: taken in, its bucket closed, merged and released; per report. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CountingBench {
    private static final int REPORTS = 10_000;
    private static final int REGIONS = 27;
    private static final int FEATURES = 12;
    private static final long START = 1_740_960_000_000L;
    /** At 100,000 reports an hour. */
    private static final long MILLIS_BETWEEN = 36;

    private static final Policy POLICY = Policies.shipped("ua");

    /** How many numbers the reports come from; 0: each number calls once. */
    @Param({"1000", "0"})
    public int numbers;

    private final List<Report> reports = new ArrayList<>();
    private ViewKeys keys;
    private Counting counting;

    @Setup(Level.Trial)
    public void make() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < REPORTS; i++) {
            long at = START + i * MILLIS_BETWEEN;
            long number = 380_000_000_000L + (numbers == 0 ? i * 7_919L : random.nextInt(numbers));
            reports.add(new Report(
                    "made-" + i,
                    at,
                    OptionalLong.of(at - 60_000),
                    Optional.of("+" + number),
                    Optional.of("UA-" + (10 + random.nextInt(REGIONS))),
                    List.of("feature-" + (10 + random.nextInt(FEATURES))),
                    Optional.empty(),
                    Optional.of("person-" + random.nextInt(5_000_000))));
        }
        keys = new ViewKeys(POLICY.countedViews());
    }

    @Setup(Level.Invocation)
    public void begin() {
        counting = new Counting(POLICY, 1);
    }

    @Benchmark
    @OperationsPerInvocation(REPORTS)
    public void keysOfAReport(Blackhole hole) {
        for (Report report : reports) {
            List<ViewKey> found = keys.of(report);
            hole.consume(found);
        }
    }

    @Benchmark
    @OperationsPerInvocation(REPORTS)
    public void aReportCounted(Blackhole hole) {
        for (Report report : reports) {
            List<ClosedBucket> closed = counting.take(0, report);
            hole.consume(closed);
        }
        hole.consume(counting.heartbeat(START + REPORTS * MILLIS_BETWEEN + 3_600_000));
    }
}
