package dzvin.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.bench.throughput.ThroughputBench.Plan;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bench works: what it measures is for {@code -Dthroughput=all}, since a few thousand reports say nothing of speed. Who does not come
 * to the end within its time is said so in the table; that is no failure, for it depends on the machine.
 */
class ThroughputIT {
    @TempDir
    Path folder;

    @Test
    void everyContenderOfTheSmokeRunsAndIsMeasured() throws Exception {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        var table = new ThroughputBench(folder, silent).run(Plan.smoke());

        assertThat(table)
                .anyMatch(line -> line.startsWith("| " + Contenders.CEILING + " |"))
                .anyMatch(line -> line.startsWith("| " + Contenders.PLAIN + " |"))
                .anyMatch(line -> line.startsWith("| " + Contenders.FLINK + " |"))
                .anyMatch(line -> line.startsWith("| " + Contenders.DZVIN + " |"))
                .noneMatch(line -> line.contains("did not finish: 0 "));
    }
}
