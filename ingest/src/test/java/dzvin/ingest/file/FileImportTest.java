package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.IngestPipeline;
import dzvin.ingest.Outcome;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Rejection;
import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.RegionOrigin;
import dzvin.schemas.avro.RejectionReason;
import dzvin.schemas.avro.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportTest {
    private static final String ROWS = """
            phone,when,words
            1,2025-07-02 10:00:00,a
            2,2025-07-02 10:01:00,b
            3,2025-07-02 10:02:00,refuse me
            4,yesterday,c
            """;

    /** Takes everything but what asks to be refused. */
    private static final IngestPipeline PIPELINE =
            told -> Sample.told(told, Field.TEXT).equals("refuse me")
                    ? new Outcome.Rejected(new Rejection(RejectionReason.BAD_TEXT, "text", "It asked for it."))
                    : new Outcome.Accepted(Report.newBuilder()
                            .setId(Sample.told(told, Field.ID))
                            .setReceivedAt(OffsetDateTime.parse(Sample.told(told, Field.RECEIVED_AT))
                                    .toInstant())
                            .setNumberKind(NumberKind.UNKNOWN)
                            .setRegionOrigin(RegionOrigin.UNKNOWN)
                            .setGivenFeatures(List.of())
                            .setExtractedFeatures(List.of())
                            .build());

    @TempDir
    private Path folder;

    private final KeptInMemory target = new KeptInMemory();
    private Path rejects;

    @BeforeEach
    void nameTheFileOfRejects() {
        rejects = folder.resolve("rejected.csv");
    }

    private ImportResult run(String rows) {
        try (var rejectedRows = RejectedRows.to(rejects)) {
            return new FileImport(PIPELINE, target, rejectedRows, ImportProgress.silent())
                    .run(Sample.csv(rows, Sample.MAPPING));
        }
    }

    @Test
    void everyRowIsAcceptedOrRejectedOrADuplicate() {
        var result = run(ROWS);

        assertThat(result)
                .isEqualTo(
                        new ImportResult(4, 2, 0, Map.of(RejectionReason.BAD_TEXT, 1L, RejectionReason.BAD_TIME, 1L)));
        assertThat(result.json())
                .isEqualTo("{\"rows\":4,\"accepted\":2,\"duplicates\":0,\"rejected\":2,"
                        + "\"reasons\":{\"BAD_TIME\":1,\"BAD_TEXT\":1}}");
        assertThat(result.sentence())
                .isEqualTo("4 rows: 2 accepted, 0 duplicates, 2 rejected (1 BAD_TIME, 1 BAD_TEXT)");
    }

    @Test
    void importingAgainAddsNothing() {
        run(ROWS);

        var again = run(ROWS);

        assertThat(again.accepted()).isZero();
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(target.ids).hasSize(2);
    }

    @Test
    void anIdTwiceInTheFileIsKeptOnce() {
        var line = "1,2025-07-02 10:00:00,a\n";
        try (var rejectedRows = RejectedRows.to(rejects)) {
            var result = new FileImport(PIPELINE, target, rejectedRows, ImportProgress.silent())
                    .run(Sample.csv("phone,when,words\n" + line + line, Sample.MAPPING + "identicalRows: same\n"));

            assertThat(result).isEqualTo(new ImportResult(2, 1, 1, Map.of()));
        }
    }

    @Test
    void whatIsAcceptedHasBeenFlushed() {
        run(ROWS);

        assertThat(target.flushed).isEqualTo(target.ids.size());
    }

    @Test
    void rejectedRowsAreListedByLineWithoutTheirContent() throws IOException {
        run(ROWS);

        assertThat(Files.readString(rejects).lines())
                .containsExactly(
                        "line,reason,field,detail",
                        "4,BAD_TEXT,text,It asked for it.",
                        "5,BAD_TIME,receivedAt,\"the time is no real one, or in none of the mapping's patterns\"");
    }

    @Test
    void noFileOfRejectsIsLeftWhereNothingWasRejected() {
        run("phone,when,words\n1,2025-07-02 10:00:00,a\n");

        assertThat(rejects).doesNotExist();
    }

    private static final class KeptInMemory implements ImportTarget {
        private final List<String> ids = new ArrayList<>();
        private int flushed;

        @Override
        public long size() {
            return ids.size();
        }

        @Override
        public void forEachId(Consumer<String> each, LongConsumer progress) {
            ids.forEach(each);
            progress.accept(ids.size());
        }

        @Override
        public void append(Report report) {
            ids.add(report.getId());
        }

        @Override
        public void flush() {
            flushed = ids.size();
        }
    }
}
