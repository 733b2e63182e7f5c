package dzvin.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench works, and so do early alerts in {@code dzvin up}: how quick they are is for {@code -Dlatency=all}. */
class LatencyIT {
    @TempDir
    Path folder;

    @Test
    void everyWaveThatIsAcceptedOverHttpComesAsAnEarlyAlertInTheStreamOfEvents() throws Exception {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        var result = new LatencyBench(folder, silent).run(LatencyPlan.smoke());

        assertThat(result.millis()).hasSize(result.waves());
    }
}
