package dzvin.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The bench works, and a standby takes over: how soon is for {@code -Drestart=all}. */
class RestartIT {
    @Test
    void aDetectorIsReadyAgainWithEveryKeyThatItKnew() throws Exception {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        var result = new RestartBench(silent).run(RestartBench.SMOKE_KEYS);

        assertThat(result.keys()).isGreaterThanOrEqualTo(RestartBench.SMOKE_KEYS);
    }
}
