package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.IngestPipeline;
import dzvin.ingest.Outcome;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.file.ImportTarget;
import dzvin.ingest.file.TargetFailedException;
import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.RegionOrigin;
import dzvin.schemas.avro.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {
    private static final String MAPPING = """
        name: desk
        country: US
        zone: UTC
        times: yyyy-MM-dd HH:mm
        fields: {receivedAt: when, number: phone}
        """;

    @TempDir
    private Path folder;

    private final MemoryDesk desk = new MemoryDesk();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path rows;
    private Path mapping;

    @BeforeEach
    void writeFiles() throws IOException {
        rows = Files.writeString(folder.resolve("rows.csv"), "phone,when\n102,2025-07-02 10:00\n102,never\n");
        mapping = Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
    }

    private int run(Object... arguments) {
        return new CommandLine(new ImportCommand(config -> desk))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
    }

    @Test
    void theLastLineOnStandardOutputIsTheFiguresAsJson() {
        int status = run(rows, "--format", "csv", "--mapping", mapping, "--json");

        assertThat(status).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "2 rows: 1 accepted, 0 duplicates, 1 rejected (1 BAD_TIME)",
                        "{\"rows\":2,\"accepted\":1,\"duplicates\":0,\"rejected\":1,\"reasons\":{\"BAD_TIME\":1}}");
    }

    @Test
    void rejectedRowsAreListedBesideTheFileUnlessAnotherPlaceIsNamed() throws IOException {
        run(rows, "--format", "csv", "--mapping", mapping);
        run(rows, "--format", "csv", "--mapping", mapping, "--rejects", folder.resolve("elsewhere.csv"));

        assertThat(Files.readString(folder.resolve("rows.csv.rejected.csv"))).contains("3,BAD_TIME,receivedAt,");
        assertThat(folder.resolve("elsewhere.csv")).exists();
    }

    @Test
    void thePipelineIsThatOfTheCountryThatTheMappingNames() {
        run(rows, "--format", "csv", "--mapping", mapping);

        assertThat(desk.country).contains("US");
    }

    @Test
    void standardInputIsReadForAHyphen() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(
                    "{\"id\":\"a\",\"receivedAt\":\"2025-07-02T10:00Z\"}\n".getBytes(StandardCharsets.UTF_8)));

            int status = run("-", "--format", "ndjson", "--rejects", folder.resolve("r.csv"));

            assertThat(status).isZero();
            assertThat(desk.kept).containsExactly("a");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void everyMistakeOfTheUserIsOneSentenceAndStatusTwo() throws IOException {
        var wrongMapping = Files.writeString(folder.resolve("wrong.yaml"), MAPPING.replace("phone", "fone"));

        assertMistake("there is no file none.csv", "none.csv", "--format", "csv", "--mapping", mapping);
        assertMistake("is a folder", folder, "--format", "csv", "--mapping", mapping);
        assertMistake("csv needs a mapping", rows, "--format", "csv");
        assertMistake("--format must be one of ftc-dnc, fcc, csv, ndjson, avro, got xml", rows, "--format", "xml");
        assertMistake("no file of format ftc-dnc", rows, "--format", "ftc-dnc");
        assertMistake("it has no column fone (for number)", rows, "--format", "csv", "--mapping", wrongMapping);
        assertMistake("--rejects names the file", rows, "--format", "csv", "--mapping", mapping, "--rejects", rows);
        assertMistake(
                "cannot write the file of rejected rows",
                rows,
                "--format",
                "csv",
                "--mapping",
                mapping,
                "--rejects",
                folder.resolve("no/such/folder.csv"));
        assertThat(desk.kept).isEmpty();
    }

    @Test
    void aTargetThatFailsIsOneSentenceAndStatusOne() {
        desk.fails = true;

        int status = run(rows, "--format", "csv", "--mapping", mapping);

        assertThat(status).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("Kafka does not answer");
    }

    private void assertMistake(String sentence, Object... arguments) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains(sentence).hasLineCount(1);
    }

    /** Accepts everything and keeps its ids. */
    private static final class MemoryDesk implements ImportDesk, ImportTarget {
        private final List<String> kept = new ArrayList<>();
        private Optional<String> country = Optional.empty();
        private boolean fails;

        @Override
        public IngestPipeline pipelineFor(Optional<String> sourceCountry) {
            country = sourceCountry;
            return told -> new Outcome.Accepted(Report.newBuilder()
                    .setId(told.tells(Field.ID).orElseThrow())
                    .setReceivedAt(
                            OffsetDateTime.parse(told.tells(Field.RECEIVED_AT).orElseThrow())
                                    .toInstant())
                    .setNumberKind(NumberKind.UNKNOWN)
                    .setRegionOrigin(RegionOrigin.UNKNOWN)
                    .setGivenFeatures(List.of())
                    .setExtractedFeatures(List.of())
                    .build());
        }

        @Override
        public ImportTarget target() {
            if (fails) {
                throw new TargetFailedException("Kafka does not answer", new IOException("refused"));
            }
            return this;
        }

        @Override
        public void close() {}

        @Override
        public long size() {
            return kept.size();
        }

        @Override
        public void forEachId(Consumer<String> ids, LongConsumer progress) {
            List.copyOf(kept).forEach(ids);
            progress.accept(kept.size());
        }

        @Override
        public void append(Report report) {
            kept.add(report.getId());
        }

        @Override
        public void flush() {}
    }
}
