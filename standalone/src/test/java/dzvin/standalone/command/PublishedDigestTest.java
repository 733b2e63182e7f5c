package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/replay.md promises to everybody who replays the example: this digest, on every machine. */
class PublishedDigestTest {
    private static final Path DOCS = Path.of("../docs");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 12})
    void theExampleRingsWhatThePageSays(int partitions) throws IOException {
        var page = Files.readString(DOCS.resolve("replay.md"));
        var key = folder.resolve("example.key");
        Files.writeString(key, said(page, "printf '([^']+)' > example.key"));
        var out = new StringWriter();

        int status = CommandLines.of(Map.of(
                        "DZVIN_DATA_DIR", folder.resolve("data").toString(),
                        "DZVIN_INGEST_PSEUDONYM_KEY_FILE", key.toString()))
                .setOut(new PrintWriter(out, true))
                .execute(
                        "replay",
                        DOCS.resolve("examples/history.ndjson.gz").toString(),
                        "--format",
                        "ndjson",
                        "--policy",
                        "ua",
                        "--partitions",
                        Integer.toString(partitions),
                        "--digest");

        assertThat(status).isZero();
        assertThat(out.toString().lines()).contains(said(page, "(sha256:[0-9a-f]{64})"));
    }

    private static String said(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
