package dzvin.ingest.kafka;

import dzvin.schemas.avro.RejectedReport;
import dzvin.schemas.avro.Report;
import java.util.concurrent.CompletableFuture;

/** Where reports are kept. Thread-safe; what was handed over first is first in its partition. */
public interface ReportWriter extends AutoCloseable {
    /** Sends a report on its way. The future completes when it is kept for good, exceptionally when it may be lost. */
    CompletableFuture<Void> keep(Report report);

    /** Sends a dead letter on its way, under the same promise. */
    CompletableFuture<Void> setAside(RejectedReport rejected);

    /** Waits for what is under way, then lets go of Kafka. */
    @Override
    void close();
}
