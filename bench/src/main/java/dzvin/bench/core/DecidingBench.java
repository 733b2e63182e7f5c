package dzvin.bench.core;

import dzvin.detector.core.Counting;
import dzvin.detector.core.Report;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.decide.DecisionStage;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.policy.Policies;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Tables;
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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A bucket decided on, with learning, scan and samples of all its keys. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecidingBench {
    private static final long START = 1_740_960_000_000L;
    private static final long BUCKET = 300_000;
    private static final int QUIET_BUCKETS = 16 * 24 * 12;
    private static final int REGIONS = 27;
    private static final int FEATURES = 12;

    private static final Policy POLICY = Policies.shipped("ua");

    /** Reports in a bucket; each has a cell in a region, in a feature, in both, and in the whole stream. */
    @Param({"20", "500"})
    public int reports;

    private final SplittableRandom random = new SplittableRandom(1);
    private Counting counting;
    private DecisionStage stage;
    private long bucket;
    private long made;
    private List<ClosedBucket> next;

    @Setup(Level.Trial)
    public void learn() {
        counting = new Counting(POLICY, 1);
        stage = new DecisionStage(POLICY, Tables.ofOneRun(), Labels.codes());
        for (int i = 0; i < QUIET_BUCKETS; i++) {
            closed().forEach(stage::close);
        }
    }

    @Setup(Level.Invocation)
    public void count() {
        next = closed();
    }

    @Benchmark
    public int aBucketDecidedOn() {
        int decisions = 0;
        for (ClosedBucket closed : next) {
            decisions += stage.close(closed).size();
        }
        return decisions;
    }

    private List<ClosedBucket> closed() {
        var closed = new ArrayList<ClosedBucket>();
        long start = START + bucket++ * BUCKET;
        for (int i = 0; i < reports; i++) {
            long at = start + i * BUCKET / reports;
            closed.addAll(counting.take(
                    0,
                    new Report(
                            "made-" + made,
                            at,
                            OptionalLong.empty(),
                            Optional.empty(),
                            Optional.of("UA-" + (10 + random.nextInt(REGIONS))),
                            List.of("feature-" + (10 + random.nextInt(FEATURES))),
                            Optional.empty(),
                            Optional.of("person-" + made++))));
        }
        return closed;
    }
}
