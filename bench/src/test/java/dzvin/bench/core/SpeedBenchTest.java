package dzvin.bench.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The measurement of the core's speed measures something, on a few thousand reports. */
class SpeedBenchTest {
    @Test
    void bothWaysTakeEveryReportOfAMadeUpStream() {
        var stream = ReportStream.allDifferent(3_000);

        var runs = SpeedBench.runs(stream);

        assertThat(stream.reports()).doesNotHaveDuplicates();
        assertThat(runs).extracting(SpeedBench.Run::what).containsExactly("all of the detector", "counting alone");
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.reports()).isEqualTo(3_000);
            assertThat(run.wallSeconds()).isPositive();
        });
        // What counts closes thousands of buckets; three thousand reports of nothing in particular ring nothing.
        assertThat(runs.get(1).answers()).isGreaterThan(1_000);
    }

    @Test
    void theTableHasARowForEachRun() {
        var run = new SpeedBench.Run("a stream", "counting alone", 3_000, 12, 0.5, 1.5);

        assertThat(SpeedBench.table(List.of(run)))
                .hasSize(3)
                .last()
                .isEqualTo("| a stream | counting alone | 3,000 | 6,000 | 2,000 |");
    }
}
