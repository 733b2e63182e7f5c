package dzvin.standalone.ingest;

import dzvin.ingest.IngestPipeline;
import dzvin.ingest.Outcome;
import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.file.FileImport;
import dzvin.ingest.file.Format;
import dzvin.ingest.file.ImportProgress;
import dzvin.ingest.file.ImportResult;
import dzvin.ingest.file.KafkaTarget;
import dzvin.ingest.file.RejectedRows;
import dzvin.ingest.file.ReportFile;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.RegionOrigin;
import dzvin.schemas.avro.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Imports the true FTC day; as a process of its own it stops in the middle and waits to be killed. */
final class FtcDayImport {
    static final Path FILE = Path.of("../ingest/src/test/resources/dzvin/ingest/file/ftc-dnc-2021-07-07.csv");
    static final int REPORTS_BEFORE_THE_STOP = 5_000;

    static {
        // Avro decodes only into classes that it was told to trust.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(Report.class.getPackageName())));
    }

    private FtcDayImport() {}

    public static void main(String[] arguments) throws IOException {
        var stop = new CountDownLatch(1);
        var seen = new int[1];
        run(arguments[0], Path.of(arguments[1]), told -> {
            if (++seen[0] > REPORTS_BEFORE_THE_STOP) {
                waitFor(stop);
            }
            return accept(told);
        });
    }

    static ImportResult run(String kafka, Path rejects, IngestPipeline pipeline) throws IOException {
        var connection = new KafkaConnection(kafka, URI.create("http://127.0.0.1:1"), Map.of());
        try (var file = ReportFile.open(FILE, Format.FTC_DNC, Optional.empty());
                var target = new KafkaTarget(connection, Topics.LIVE.reports(), serde());
                var rejectedRows = RejectedRows.to(rejects)) {
            return new FileImport(pipeline, target, rejectedRows, ImportProgress.silent()).run(file);
        }
    }

    static Outcome accept(RawReport told) {
        var number = told.tells(Field.NUMBER).filter(text -> !text.equals(RawReport.WITHHELD));
        return new Outcome.Accepted(Report.newBuilder()
                .setId(told.tells(Field.ID).orElseThrow())
                .setReceivedAt(
                        OffsetDateTime.parse(told.tells(Field.RECEIVED_AT).orElseThrow())
                                .toInstant())
                .setNumber(number.orElse(null))
                .setNumberKind(number.isPresent() ? NumberKind.E164 : NumberKind.WITHHELD)
                .setRegion(told.tells(Field.REGION).orElse(null))
                .setRegionOrigin(RegionOrigin.GIVEN)
                .setGivenFeatures(told.features())
                .setExtractedFeatures(List.of())
                .build());
    }

    /** Avro's own single-object encoding: what is tried here is the import, not the registry. */
    static Serde<Report> serde() {
        return Serdes.serdeFrom(
                (topic, report) -> {
                    try {
                        return report.toByteBuffer().array();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                (topic, bytes) -> {
                    try {
                        return Report.fromByteBuffer(ByteBuffer.wrap(bytes));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static void waitFor(CountDownLatch stop) {
        try {
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted instead of killed", e);
        }
    }
}
