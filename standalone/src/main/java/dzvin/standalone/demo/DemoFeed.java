package dzvin.standalone.demo;

import dzvin.ingest.CountryPipelines;
import dzvin.ingest.Outcome;
import dzvin.ingest.RawReport;
import dzvin.ingest.file.Entry;
import dzvin.ingest.file.Format;
import dzvin.ingest.file.KafkaTarget;
import dzvin.ingest.file.Mapping;
import dzvin.ingest.file.ReportFile;
import dzvin.schemas.avro.Report;
import dzvin.standalone.kafka.DiskRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Takes a story's reports through ingest's own pipeline into the topic, as if they came in today. For one thread. */
public final class DemoFeed {
    private static final int BETWEEN_LOOKS_AT_THE_DISK = 500;

    private final CountryPipelines pipelines;
    private final KafkaTarget target;
    private final DiskRoom room;
    private long accepted;
    private long rejected;
    private Instant last = Instant.MIN;

    DemoFeed(CountryPipelines pipelines, KafkaTarget target, DiskRoom room) {
        this.pipelines = pipelines;
        this.target = target;
        this.room = room;
    }

    void take(RawReport told) {
        var outcome = pipelines.pipeline().process(told);
        if (outcome instanceof Outcome.Accepted whole) {
            keep(whole.report());
        } else {
            rejected++;
        }
    }

    void take(Path file, Format format, Optional<Mapping> mapping) throws IOException {
        try (var reports = ReportFile.open(file, format, mapping)) {
            for (Entry entry : reports) {
                if (entry instanceof Entry.Told told) {
                    take(told.report());
                } else {
                    rejected++;
                }
            }
        }
    }

    /** Returns when Kafka has acknowledged everything. */
    void flush() {
        target.flush();
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    /** Received time of the latest report. */
    Instant last() {
        return last;
    }

    private void keep(Report report) {
        if (accepted % BETWEEN_LOOKS_AT_THE_DISK == 0) {
            room.requireReserve();
        }
        target.append(report);
        accepted++;
        last = report.getReceivedAt().isAfter(last) ? report.getReceivedAt() : last;
    }
}
