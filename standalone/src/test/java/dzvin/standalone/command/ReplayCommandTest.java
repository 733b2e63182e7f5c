package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.standalone.replay.PlantedHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path history;
    private Path alerts;

    @BeforeEach
    void writeHistory() throws IOException {
        history = PlantedHistory.in(Files.createDirectory(folder.resolve("history")));
        alerts = folder.resolve("alerts.ndjson");
    }

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var command = new ArrayList<>(List.of("replay"));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return CommandLines.of(Map.of("DZVIN_DATA_DIR", folder.resolve("data").toString()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(command.toArray(String[]::new));
    }

    private List<String> printed() {
        return out.toString().lines().toList();
    }

    @Test
    void aWaveRingsInLinesForPeopleAndInLinesOfJson() throws Exception {
        int status = run(history, "--format", "ndjson", "--out", alerts, "--language", "en");

        assertThat(status).as(err.toString()).isZero();
        assertThat(printed().get(0))
                .startsWith("2025-06-22 12:")
                .contains("EMERGING   RAISED")
                .contains("appeal to the United States");
        assertThat(Files.readAllLines(alerts))
                .hasSize(printed().size() - 1)
                .allMatch(line -> line.startsWith("{\"id\":"));
    }

    @Test
    void theFiguresAreTheLastLineAndTheDigestIsThatOfTheFile() throws Exception {
        run(history, "--format", "ndjson", "--out", alerts, "--json");

        var figures = new ObjectMapper().readTree(printed().get(printed().size() - 1));
        var sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(alerts));
        assertThat(figures.fieldNames())
                .toIterable()
                .containsExactly(
                        "reports", "late", "duplicates", "signals", "campaigns", "alerts", "seconds", "digest");
        assertThat(figures.get("reports").asInt())
                .isEqualTo(PlantedHistory.lines().size());
        assertThat(figures.get("alerts").asInt())
                .isEqualTo(Files.readAllLines(alerts).size());
        assertThat(figures.get("digest").asText())
                .isEqualTo("sha256:" + HexFormat.of().formatHex(sha256));
    }

    @Test
    void partitionsAndPiecesOfTheFileChangeNoByte() throws Exception {
        var lines = PlantedHistory.lines();
        var days = Files.createDirectory(folder.resolve("days"));
        Files.write(days.resolve("a.ndjson"), lines.subList(0, 300));
        Files.write(days.resolve("b.ndjson"), lines.subList(300, lines.size()));

        run(history, "--format", "ndjson", "--out", alerts, "--partitions", 1);
        run(days, "--format", "ndjson", "--out", folder.resolve("again.ndjson"), "--partitions", 7);

        assertThat(folder.resolve("again.ndjson")).hasSameBinaryContentAs(alerts);
        assertThat(Files.size(alerts)).isPositive();
    }

    @Test
    void aReportThatIsToldTwiceIsADuplicate() throws Exception {
        var twice = Files.write(
                folder.resolve("twice.ndjson"), PlantedHistory.lines().subList(0, 3));

        run(twice, twice, "--format", "ndjson", "--json");

        assertThat(out.toString()).contains("{\"reports\":6,\"late\":0,\"duplicates\":3,");
    }

    @Test
    void onlyTheStretchThatIsAskedForIsReplayed() {
        run(history, "--format", "ndjson", "--until", "2025-06-22T12:00", "--json");

        assertThat(out.toString()).contains("\"alerts\":0,");
    }

    @Test
    void everyMistakeIsOneSentenceAndStatusTwoAndLeavesNoFile() throws Exception {
        var cut = folder.resolve("cut.ndjson.gz");
        byte[] packed = gzip(Files.readAllBytes(history));
        Files.write(cut, Arrays.copyOf(packed, packed.length / 2));
        var policy = Files.writeString(folder.resolve("p.yaml"), "bukket: PT5M\ngrace: never\n");

        assertMistake("there is no file none", "none", "--format", "ndjson");
        assertMistake("--format must be one of ftc-dnc, fcc, csv, ndjson, avro, got xml", history, "--format", "xml");
        assertMistake("name at least one file");
        assertMistake("is cut short or damaged", cut, "--format", "ndjson");
        assertMistake(
                "--since must be before",
                history,
                "--format",
                "ndjson",
                "--since",
                "2026-01-01",
                "--until",
                "2025-01-01");
        assertMistake("--since must be a time such as", history, "--format", "ndjson", "--since", "soon");
        assertMistake(
                "--speed must be max or a number above 0, got -1", history, "--format", "ndjson", "--speed", "-1");
        assertMistake("--partitions must be from 1 to 1000", history, "--format", "ndjson", "--partitions", 0);
        assertMistake(
                "--partitions must be from 1 to 1000", history, "--format", "ndjson", "--partitions", 999_999_999);
        assertMistake("cannot read the policy none.yaml", history, "--format", "ndjson", "--policy", "none.yaml");
        assertThat(run(history, "--format", "ndjson", "--policy", policy, "--out", alerts))
                .isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.contains("p.yaml:"));
        assertThat(alerts).doesNotExist();
    }

    @Test
    void filesOfAnotherFormatAreNoCalmHistory() throws Exception {
        var table = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");
        var empty = Files.createFile(folder.resolve("empty.ndjson"));

        assertMistake(
                "nothing in " + table + " can be used: 2 MALFORMED; is it of format ndjson?",
                table,
                "--format",
                "ndjson");
        assertThat(run(table, history, "--format", "ndjson")).isZero();
        assertThat(err.toString()).contains("not usable and left out: 2 MALFORMED");
        assertThat(run(empty, "--format", "ndjson")).isZero();
    }

    @Test
    void whatIsReadIsNeverOverwritten() throws Exception {
        var policy = Files.writeString(folder.resolve("p.yaml"), "policy: own\n");
        var before = Files.readAllBytes(history);

        for (Path read : List.of(history, policy)) {
            assertThat(run(history, "--format", "ndjson", "--policy", policy, "--out", read))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("would overwrite what is read");
        }
        assertThat(run(history.getParent(), "--format", "ndjson", "--out", history))
                .isEqualTo(2);
        assertThat(history).hasBinaryContent(before);
        assertThat(policy).hasContent("policy: own");
    }

    @Test
    void aLinkLeadsToTheFileThatIsWrittenResumableOrNot() throws Exception {
        var file = Files.createFile(folder.resolve("linked.ndjson"));
        var link = Files.createSymbolicLink(folder.resolve("link"), file);

        assertThat(run(history, "--format", "ndjson", "--out", link, "--resume"))
                .as(err.toString())
                .isZero();

        assertThat(link).isSymbolicLink();
        assertThat(Files.size(file)).isPositive();
    }

    @Test
    void underAnotherKeyForPseudonymsNothingIsResumed() throws Exception {
        var cut = folder.resolve("cut.ndjson.gz");
        byte[] packed = gzip(Files.readAllBytes(history));
        Files.write(cut, Arrays.copyOf(packed, packed.length / 2));
        Object[] brokenOff = {history, cut, "--format", "ndjson", "--out", alerts, "--resume", "--notes-every", "PT0S"};
        assertThat(run(brokenOff)).isEqualTo(2);
        assertThat(err.toString()).contains("is cut short or damaged");
        assertThat(run(brokenOff)).isEqualTo(2);
        assertThat(err.toString()).contains("is cut short or damaged");

        Files.writeString(folder.resolve("data").resolve("pseudonym-key"), "another key of some length");

        assertThat(run(brokenOff)).isEqualTo(2);
        assertThat(err.toString()).contains("is another replay", "as ua with key ");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeCannotBeResumed() throws Exception {
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        var writer = CompletableFuture.runAsync(() -> {
            try {
                Files.copy(history, Files.newOutputStream(pipe));
            } catch (IOException e) {
                // Nobody reads to the end.
            }
        });

        assertMistake("no file that can be read a second time", pipe, "--format", "ndjson", "--resume");
        writer.join();
    }

    private void assertMistake(String sentence, Object... arguments) throws IOException {
        var whole = new ArrayList<>(List.of(arguments));
        whole.addAll(List.of("--out", alerts));

        assertThat(run(whole.toArray())).as(sentence).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(sentence);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("alerts"));
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
