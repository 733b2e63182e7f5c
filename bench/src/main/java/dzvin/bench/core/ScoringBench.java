package dzvin.bench.core;

import dzvin.detector.core.scan.NegativeBinomial;
import dzvin.detector.core.scan.Recurrence;
import dzvin.detector.core.scan.SurgeEvidence;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One scale of one key scored against its baseline: how often chance brings as much, and the e-value. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScoringBench {
    /** People counted where 12.5 are expected. */
    @Param({"20", "200"})
    public int people;

    private NegativeBinomial expected;

    @Setup
    public void expect() {
        expected = new NegativeBinomial(12.5, 4);
    }

    @Benchmark
    public double recurrence() {
        double pmf = expected.pmf(people);
        return Recurrence.bySliding(people, expected, pmf) + expected.tail(people, pmf);
    }

    @Benchmark
    public double evidence() {
        return SurgeEvidence.log(people, expected);
    }
}
