package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.CountryPipelines;
import dzvin.ingest.Outcome;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Profile;
import dzvin.ingest.file.Entry;
import dzvin.ingest.file.Format;
import dzvin.ingest.file.ReportFile;
import dzvin.schemas.AvroContainerWriter;
import dzvin.schemas.Secret;
import dzvin.schemas.avro.Report;
import dzvin.standalone.replay.PlantedHistory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old reports are heard with a new codebook. */
class CodebookReplayTest {
    private static final String KEY = "a key of thirty-two characters..";
    private static final String CODEBOOK = """
            name: desk
            version: "1"
            features:
              speaks-of-elephants:
                - any: [blue elephant*]
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private Path reports;
    private Path codebook;

    @BeforeEach
    void writeHistory() throws IOException {
        reports = Files.write(
                folder.resolve("reports.ndjson"),
                PlantedHistory.lines().stream()
                        .map(line -> line.replace(
                                "\"features\":[\"appeal-to-us\"]", "\"text\":\"They spoke of blue elephants.\""))
                        .toList());
        codebook = Files.writeString(folder.resolve("desk.yaml"), CODEBOOK);
        Files.writeString(folder.resolve("key"), KEY);
    }

    @Test
    void theWordsOfAFileAreReadWithIt() throws IOException {
        assertThat(replay("before.ndjson", reports, "ndjson")).noneMatch(line -> line.contains("elephants"));
        assertThat(replay("after.ndjson", reports, "ndjson", "--codebook", codebook.toString()))
                .anyMatch(line -> line.contains("speaks-of-elephants"));
    }

    @Test
    void theWordsThatWereKeptOfReportsAreReadWithIt() throws IOException {
        var accepted = accepted();

        assertThat(replay("kept.ndjson", accepted, "avro", "--codebook", codebook.toString()))
                .isEqualTo(replay("told.ndjson", reports, "ndjson", "--codebook", codebook.toString()));
        assertThat(replay("as-they-were.ndjson", accepted, "avro"))
                .isEqualTo(replay("told-before.ndjson", reports, "ndjson"));
    }

    @Test
    void aCodebookWithMistakesIsRefused() throws IOException {
        Files.writeString(codebook, "name: desk\n");

        assertThat(run("replay", reports.toString(), "--format", "ndjson", "--codebook", codebook.toString()))
                .isEqualTo(2);
        assertThat(err.toString().lines()).isNotEmpty().allMatch(line -> line.contains("desk.yaml:"));
    }

    /** The reports as ingest accepted them, in a container file. */
    private Path accepted() throws IOException {
        var pipeline = new CountryPipelines(
                        new PipelineSettings(Profile.named("ua"), new Secret(KEY)), Clock.systemUTC())
                .pipeline();
        var accepted = new ArrayList<Report>();
        try (var file = ReportFile.open(reports, Format.NDJSON, Optional.empty())) {
            for (Entry entry : file) {
                var outcome = pipeline.process(((Entry.Told) entry).report());
                accepted.add(((Outcome.Accepted) outcome).report());
            }
        }
        var path = folder.resolve("accepted.avro");
        try (var writer = AvroContainerWriter.create(Report.class, Files.newOutputStream(path), Map.of())) {
            for (Report report : accepted) {
                writer.append(report);
            }
        }
        return path;
    }

    private List<String> replay(String out, Path history, String format, String... options) throws IOException {
        var file = folder.resolve(out);
        var arguments =
                new ArrayList<>(List.of("replay", history.toString(), "--format", format, "--out", file.toString()));
        arguments.addAll(List.of(options));
        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
        return Files.readAllLines(file);
    }

    private int run(String... arguments) {
        err.getBuffer().setLength(0);
        var environment = Map.of(
                "DZVIN_DATA_DIR", folder.resolve("data").toString(),
                "DZVIN_INGEST_PSEUDONYM_KEY_FILE", folder.resolve("key").toString());
        return CommandLines.of(environment)
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
