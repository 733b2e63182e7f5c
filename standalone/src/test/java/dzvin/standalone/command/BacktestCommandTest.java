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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path history;

    @BeforeEach
    void writeHistory() throws IOException {
        history = PlantedHistory.in(folder);
    }

    private int run(Object... options) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var command = new ArrayList<>(List.of("backtest", history.toString(), "--format", "ndjson"));
        List.of(options).forEach(option -> command.add(option.toString()));
        return CommandLines.of(Map.of("DZVIN_DATA_DIR", folder.resolve("data").toString()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(command.toArray(String[]::new));
    }

    @Test
    void aGridOfPoliciesIsHeldAgainstLabelsInATableInJsonAndInAPage() throws IOException {
        var labels = Files.writeString(
                folder.resolve("labels.csv"), "key,from,to\nfeature=appeal-*,2025-06-22,2025-07-01\n");
        var page = folder.resolve("report.html");

        int status = run(
                "--policy",
                "ua",
                "--sweep",
                "stages.spreading.people=8,40",
                "--labels",
                labels,
                "--out",
                page,
                "--language",
                "en",
                "--json");

        assertThat(status).as(err.toString()).isZero();
        var lines = out.toString().lines().toList();
        assertThat(lines.get(1)).startsWith("ua stages.spreading.people=8 ");
        assertThat(lines.get(2)).startsWith("ua stages.spreading.people=40");
        var figures = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(figures.get("policies")).hasSize(2).allSatisfy(policy -> {
            assertThat(policy.get("missed").asInt()).isZero();
            assertThat(policy.get("campaigns").asInt()).isEqualTo(1);
        });
        assertThat(page)
                .content()
                .contains(
                        "<svg",
                        "сповіщення за сповіщенням / alert by alert",
                        "Політика / Policy",
                        "appeal",
                        "масова / mass")
                .containsPattern("друга на \\d+ год \\d+ хв пізніше / second \\d+ h \\d+ min later")
                .doesNotContain("http://", "https://", "<script");
    }

    @Test
    void everyMistakeIsOneSentenceAndStatusTwoAndLeavesNoPage() throws IOException {
        var badKey = Files.writeString(folder.resolve("key.csv"), "key,from,to\nfoo=bar,2025-06-22,2025-07-01\n");
        var badTime = Files.writeString(folder.resolve("time.csv"), "key,from,to\nregion=UA-32,soon,2025-07-01\n");
        var badHeader = Files.writeString(folder.resolve("header.csv"), "a,b\n1,2\n");

        assertMistake("key.csv:2 key must be such as", "--policy", "ua", "--labels", badKey);
        assertMistake("time.csv:2 a label's time must be", "--policy", "ua", "--labels", badTime);
        assertMistake(
                "must have the columns id,campaign or key,from,to, got a,b", "--policy", "ua", "--labels", badHeader);
        assertMistake("falseAlarms is no key of a policy", "--policy", "ua", "--sweep", "falseAlarms=1");
        assertMistake("--sweep must be key=a,b,c, got x", "--policy", "ua", "--sweep", "x");
        var ten = "=10,11,12,13,14,15,16,17,18,19";
        var keys = List.of("spreading.people", "mass.people", "mass.within", "mass.doubling", "mass.persistence");
        assertMistake(
                "at most 100 policies can be tried at once, got 100000",
                Stream.concat(
                                Stream.of("--policy", "ua"),
                                keys.stream().flatMap(key -> Stream.of("--sweep", "stages." + key + ten)))
                        .toArray());
        assertMistake("a key is swept twice", "--policy", "ua", "--sweep", "grace=1m", "--sweep", "grace=2m");
        assertMistake("cannot read the policy none.yaml", "--policy", "none.yaml");
        assertMistake("a policy is named twice", "--policy", "ua", "--policy", "ua");
        assertMistake("Missing required option: '--policy=P.yaml'");
    }

    @Test
    void aHistoryThatIsCutShortAndAPolicyWithAMistakeAreToldLikewise() throws IOException {
        var policy = Files.writeString(folder.resolve("p.yaml"), "bukket: PT5M\n");
        assertMistake("p.yaml:1", "--policy", policy);

        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(history));
        }
        Files.write(history, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        assertMistake("is cut short or damaged", "--policy", "ua");
    }

    @Test
    void rowsOutOfOrderBeyondGraceAreCountedAsLate() throws IOException {
        var lines = new ArrayList<>(PlantedHistory.lines());
        lines.add(lines.remove(0));
        Files.write(history, lines);

        assertThat(run("--policy", "ua", "--json")).isZero();
        assertThat(out.toString()).contains("\"late\":1,");
        assertThat(err.toString()).contains("counted as late: 1 reports");
    }

    private void assertMistake(String sentence, Object... options) {
        var page = folder.resolve("report.html");
        var whole = new ArrayList<>(List.of(options));
        whole.addAll(List.of("--out", page));

        assertThat(run(whole.toArray())).as(sentence).isEqualTo(2);
        assertThat(err.toString()).contains(sentence);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(page).doesNotExist();
    }
}
