package dzvin.standalone.ingest;

import dzvin.ingest.CountryPipelines;
import dzvin.ingest.IngestPipeline;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Profile;
import dzvin.ingest.file.FileImport;
import dzvin.ingest.file.Format;
import dzvin.ingest.file.ImportProgress;
import dzvin.ingest.file.ImportResult;
import dzvin.ingest.file.KafkaTarget;
import dzvin.ingest.file.RejectedRows;
import dzvin.ingest.file.ReportFile;
import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Secret;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Report;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Imports the true FTC day; as a process of its own it stops in the middle and waits to be killed. */
final class FtcDayImport {
    static final Path FILE = Path.of("../ingest/src/test/resources/dzvin/ingest/file/ftc-dnc-2021-07-07.csv");
    static final int REPORTS_BEFORE_THE_STOP = 5_000;

    private static final Clock LATER = Clock.fixed(Instant.parse("2021-08-01T00:00:00Z"), ZoneOffset.UTC);

    private FtcDayImport() {}

    public static void main(String[] arguments) throws IOException {
        var stop = new CountDownLatch(1);
        var seen = new int[1];
        var pipeline = pipeline();
        var connection = new KafkaConnection(arguments[0], URI.create(arguments[1]), Map.of());
        run(connection, Path.of(arguments[2]), told -> {
            if (++seen[0] > REPORTS_BEFORE_THE_STOP) {
                waitFor(stop);
            }
            return pipeline.process(told);
        });
    }

    static ImportResult run(KafkaConnection connection, Path rejects, IngestPipeline pipeline) throws IOException {
        try (var file = ReportFile.open(FILE, Format.FTC_DNC, Optional.empty());
                var serdes = new AvroSerdes(connection);
                var target = new KafkaTarget(connection, Topics.LIVE.reports(), serdes.serde(Report.class));
                var rejectedRows = RejectedRows.to(rejects)) {
            return new FileImport(pipeline, target, rejectedRows, ImportProgress.silent()).run(file);
        }
    }

    static IngestPipeline pipeline() {
        return new CountryPipelines(new PipelineSettings(Profile.US, new Secret("a key for tests alone")), LATER)
                .pipeline();
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
