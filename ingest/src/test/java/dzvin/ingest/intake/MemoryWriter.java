package dzvin.ingest.intake;

import dzvin.ingest.kafka.ReportWriter;
import dzvin.schemas.avro.RejectedReport;
import dzvin.schemas.avro.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;

/** Keeps reports in memory; a test says how Kafka answers. */
public final class MemoryWriter implements ReportWriter {
    private final List<Report> reports = new ArrayList<>();
    private final List<RejectedReport> letters = new ArrayList<>();
    private Supplier<CompletableFuture<Void>> answer = () -> CompletableFuture.completedFuture(null);

    /** From now on Kafka confirms at once. */
    public synchronized void confirms() {
        answer = () -> CompletableFuture.completedFuture(null);
    }

    /** From now on Kafka does not answer in time. */
    public synchronized void timesOut() {
        answer = () -> CompletableFuture.failedFuture(new TimeoutException("no answer"));
    }

    /** From now on Kafka is silent until the future is completed. */
    public synchronized CompletableFuture<Void> waits() {
        var confirmation = new CompletableFuture<Void>();
        answer = () -> confirmation;
        return confirmation;
    }

    @Override
    public synchronized CompletableFuture<Void> keep(Report report) {
        reports.add(report);
        return answer.get();
    }

    @Override
    public synchronized CompletableFuture<Void> setAside(RejectedReport rejected) {
        letters.add(rejected);
        return answer.get();
    }

    /** What was handed over, confirmed or not. */
    public synchronized List<Report> reports() {
        return List.copyOf(reports);
    }

    /** The dead letters that were handed over. */
    public synchronized List<RejectedReport> letters() {
        return List.copyOf(letters);
    }

    @Override
    public void close() {}
}
