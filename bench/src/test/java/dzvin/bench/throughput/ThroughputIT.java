package dzvin.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.bench.throughput.ThroughputBench.Plan;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench works: what it measures is for {@code -Dthroughput=all}, since a few thousand reports say nothing of speed. */
class ThroughputIT {
    @TempDir
    Path folder;

    @Test
    void everyContenderOfTheSmokeComesToItsEnd() throws Exception {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        var table = new ThroughputBench(folder, silent).run(Plan.smoke());

        assertThat(table)
                .anyMatch(line -> line.startsWith("| " + Contenders.CEILING + " |"))
                .anyMatch(line -> line.startsWith("| " + Contenders.PLAIN + " |"))
                .anyMatch(line -> line.startsWith("| " + Contenders.FLINK + " |"))
                .anyMatch(line -> line.startsWith("| " + Contenders.DZVIN + " |"));
    }
}
