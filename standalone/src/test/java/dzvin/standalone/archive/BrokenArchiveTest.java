package dzvin.standalone.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.standalone.command.CommandLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with an archive is one sentence and status 2, and nothing is half-written. */
class BrokenArchiveTest {
    @TempDir
    private Path folder;

    private Path archive;
    private Path second;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeArchive() {
        archive = SampleArchive.in(folder.resolve("archive"));
        second = SampleArchive.file(archive, SampleArchive.DAYS.get(1));
    }

    @Test
    void anArchiveInOrderIsReplayed() {
        assertThat(run("replay", archive.toString(), "--json"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("{\"reports\":600,");
    }

    @Test
    void aByteThatChanged() throws IOException {
        var bytes = Files.readAllBytes(second);
        bytes[bytes.length / 2] ^= 1;
        Files.write(second, bytes);

        assertRefused("reports-2025-06-02.avro is damaged: it is not what its checksum");
    }

    @Test
    void aFileThatIsCutShort() throws IOException {
        var bytes = Files.readAllBytes(second);
        Files.write(second, Arrays.copyOf(bytes, bytes.length / 2));

        assertRefused("reports-2025-06-02.avro is damaged: it is not what its checksum");
    }

    @Test
    void aFileThatIsMissing() throws IOException {
        Files.delete(second);

        assertRefused("is incomplete: reports-2025-06-02.avro is missing, which SHA256SUMS names");
    }

    @Test
    void aDayThatIsMissingInTheListToo() throws IOException {
        Files.delete(second);
        var list = archive.resolve("SHA256SUMS");
        Files.write(
                list,
                Files.readAllLines(list).stream()
                        .filter(line -> !line.contains("06-02"))
                        .toList());

        assertRefused("records are missing in the archive " + archive
                + ": after offset 99 of partition 0 comes offset 200 of 2025-06-03T00:00:00Z");
    }

    @Test
    void aListThatIsNone() throws IOException {
        Files.writeString(archive.resolve("SHA256SUMS"), "something else\n");

        assertRefused("SHA256SUMS:1 is no line of a list of an archive's checksums");
    }

    @Test
    void aListOfNothing() throws IOException {
        Files.writeString(archive.resolve("SHA256SUMS"), "");

        assertRefused("is empty");
    }

    @Test
    void aFolderThatIsNoArchive() throws IOException {
        var other = Files.createDirectory(folder.resolve("other"));

        assertThat(run("archive", other.toString(), "--restore")).isEqualTo(2);
        assertThat(err.toString())
                .contains("is no archive: it has no SHA256SUMS")
                .hasLineCount(1);
    }

    @Test
    void optionsThatDoNotGoTogether() {
        assertMistake("an archive has the partitions of its topic", "replay", archive, "--partitions", 2);
        assertMistake("an archive stands alone", "replay", archive, archive);
        assertMistake("--since must be a day such as 2025-07-02, got soon", "archive", archive, "--since", "soon");
        assertMistake(
                "--since must be before --until", "archive", archive, "--since", "2025-06-02", "--until", "2025-06-02");
        assertMistake("leave out --since and --until", "archive", archive, "--restore", "--since", "2025-06-02");
        assertMistake("--from-offsets and --to-offsets are for --topic", "replay", archive, "--to-offsets", "0:1");
        assertMistake(
                "--from-offsets must not be above --to-offsets, got 10 and 5 for partition 1",
                "replay",
                "--topic",
                "--from-offsets",
                "0:3,1:10",
                "--to-offsets",
                "1:5");
        assertMistake("--to-offsets must be partition:offset", "replay", "--topic", "--to-offsets", "all");
    }

    private void assertRefused(String sentence) throws IOException {
        var alerts = folder.resolve("alerts.ndjson");

        assertMistake(sentence, "replay", archive, "--out", alerts);
        assertMistake(sentence, "backtest", archive, "--policy", "ua", "--out", alerts);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("alerts"));
        }
    }

    private void assertMistake(String sentence, Object... arguments) {
        assertThat(run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new)))
                .as(sentence)
                .isEqualTo(2);
        assertThat(err.toString()).contains(sentence).hasLineCount(1);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLines.of(Map.of("DZVIN_DATA_DIR", folder.resolve("data").toString()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
