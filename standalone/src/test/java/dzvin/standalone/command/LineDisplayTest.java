package dzvin.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.file.Format;
import dzvin.ingest.file.ImportResult;
import dzvin.ingest.file.ReportFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineDisplayTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private long now;
    private final LineDisplay display = new LineDisplay(new PrintStream(printed, true, UTF_8), () -> now);

    @Test
    void aLineIsPrintedEveryFewSecondsAndNotAtEachStep() throws IOException {
        var file = Files.writeString(folder.resolve("a.ndjson"), "{\"text\":\"a\"}\n");
        try (var reports = ReportFile.open(file, Format.NDJSON, Optional.empty())) {
            reports.forEach(entry -> {});

            for (int second = 1; second <= 12; second++) {
                now = Duration.ofSeconds(second).toNanos();
                display.imported(reports, new ImportResult(1_000L * second, 900, 100, Map.of()));
            }
        }

        assertThat(printed.toString(UTF_8).lines())
                .containsExactly(
                        "100 %, 0:00 left, 5,000 rows, 1,000 rows/s, 900 accepted, 100 duplicates, 0 rejected",
                        "100 %, 0:00 left, 10,000 rows, 1,000 rows/s, 900 accepted, 100 duplicates, 0 rejected");
    }
}
