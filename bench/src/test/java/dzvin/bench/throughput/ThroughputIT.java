package dzvin.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.bench.throughput.ThroughputBench.Plan;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

        for (String contender : Plan.smoke().contenders()) {
            assertThat(table).anyMatch(line -> line.startsWith("| " + contender + " |"));
        }
    }

    @Test
    void theStudyOfDistinctNumbersHasARowForEach() throws Exception {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        var table = new DistinctStudy(folder, silent).run(2_000, List.of(100, 10_000));

        assertThat(table)
                .anyMatch(line -> line.startsWith("| 100 |") && line.contains("| +0 % |"))
                .anyMatch(line -> line.startsWith("| 10,000 |"));
    }

    /** The study itself refuses a lap that does not come to its end. */
    @Test
    void aProcessRunsTheSameStreamASecondTime() throws Exception {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        var table = new WarmStudy(folder, silent)
                .run(2_000, List.of(Shape.UNIFORM), List.of(Contenders.PLAIN, Contenders.DZVIN));

        assertThat(table).filteredOn(line -> line.startsWith("| `UNIFORM` |")).hasSize(2);
    }

    /** The study itself refuses a row in which a report is lost or counted twice. */
    @Test
    void aSecondInstanceLosesNothingBeItThereFromTheBeginningOrJoining() throws Exception {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        var table = new InstancesStudy(folder, silent).run(5_000);

        assertThat(table)
                .filteredOn(line -> line.contains("instance,") || line.contains("instances,"))
                .hasSize(3)
                .allMatch(line -> line.contains("| 5,000 | 5,000 | 0 | 0 | 0 |"));
    }
}
