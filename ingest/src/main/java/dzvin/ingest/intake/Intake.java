package dzvin.ingest.intake;

import dzvin.ingest.IngestPipeline;
import dzvin.ingest.Outcome;
import dzvin.ingest.RawReport;
import dzvin.ingest.Rejection;
import dzvin.ingest.json.Reading;
import dzvin.ingest.kafka.Acceptances;
import dzvin.ingest.kafka.ReportWriter;
import dzvin.schemas.avro.RejectedReport;
import dzvin.schemas.avro.Report;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

/** Takes reports that arrive live, a request's worth at a time. Thread-safe. */
public final class Intake {
    private static final int IDS_REMEMBERED = 50_000;

    private final IngestPipeline pipeline;
    private final ReportWriter writer;
    private final Acceptances acceptances;
    private final Clock clock;
    private final IntakeMetrics metrics;
    private final Semaphore room;
    private final RecentIds recent = new RecentIds(IDS_REMEMBERED);

    /** A desk over one writer, with room for so many reports at once. The clock is the one received times are read off. */
    public Intake(
            IngestPipeline pipeline,
            ReportWriter writer,
            Acceptances acceptances,
            Clock clock,
            int maxInFlight,
            MeterRegistry registry) {
        this.pipeline = pipeline;
        this.writer = writer;
        this.acceptances = acceptances;
        this.clock = clock;
        this.metrics = new IntakeMetrics(registry);
        this.room = new Semaphore(maxInFlight);
        metrics.showInFlight(() -> maxInFlight - room.availablePermits());
    }

    /**
     * Takes the items of one request. The future tells what became of each, in their order, once all of it is kept; it
     * fails with {@link NotKeptException} if any of it may be lost, and then the same may be sent again.
     *
     * @throws BusyException if there is no room for them
     */
    public CompletableFuture<List<ItemResult>> take(List<Reading> items) {
        if (!room.tryAcquire(items.size())) {
            throw new BusyException();
        }
        var desk = new Desk(items.size());
        try {
            acceptances.during(() -> desk.takeAll(items));
        } catch (RuntimeException e) {
            room.release(items.size());
            throw e;
        }
        return desk.results().whenComplete((results, problem) -> {
            room.release(items.size());
            count(results, items.size());
        });
    }

    private void count(List<ItemResult> results, int items) {
        if (results == null) {
            metrics.countFailed(items);
        } else {
            results.forEach(metrics::count);
        }
    }

    /** One request on its way through. */
    private final class Desk {
        private final List<ItemResult> results;
        private final List<CompletableFuture<Void>> underWay;

        Desk(int size) {
            results = new ArrayList<>(size);
            underWay = new ArrayList<>(size);
        }

        /** Stops at the first that fails at once: with Kafka away each send would wait, and the request is lost anyway. */
        void takeAll(List<Reading> items) {
            for (var item : items) {
                take(item);
                if (underWay.get(underWay.size() - 1).isCompletedExceptionally()) {
                    return;
                }
            }
        }

        CompletableFuture<List<ItemResult>> results() {
            return CompletableFuture.allOf(underWay.toArray(CompletableFuture<?>[]::new))
                    .handle((kept, problem) -> {
                        if (problem != null) {
                            throw new NotKeptException(
                                    problem instanceof CompletionException ? problem.getCause() : problem);
                        }
                        return List.copyOf(results);
                    });
        }

        private void take(Reading item) {
            if (item instanceof Reading.Refused refused) {
                var rejection = refused.rejection();
                setAside(rejection, DeadLetters.of(rejection, clock.instant()));
            } else if (item instanceof Reading.Told told) {
                process(told.report());
            }
        }

        private void process(RawReport told) {
            var outcome = pipeline.process(told);
            if (outcome instanceof Outcome.Rejected rejected) {
                var rejection = rejected.rejection();
                setAside(rejection, DeadLetters.of(told, rejection, clock.instant()));
            } else if (outcome instanceof Outcome.Accepted accepted) {
                keep(accepted);
            }
        }

        private void setAside(Rejection rejection, RejectedReport letter) {
            results.add(new ItemResult.Rejected(rejection));
            underWay.add(writer.setAside(letter));
        }

        private void keep(Outcome.Accepted accepted) {
            var id = accepted.report().getId();
            var claim = recent.claim(id);
            underWay.add(claim.kept());
            if (claim.isFirst()) {
                results.add(new ItemResult.Accepted(id, accepted.setAside()));
                keepFirst(accepted.report(), claim.kept());
            } else {
                results.add(new ItemResult.Duplicate(id));
            }
        }

        @SuppressWarnings("FutureReturnValueIgnored") // what is to be known is told through the claim
        private void keepFirst(Report report, CompletableFuture<Void> kept) {
            writer.keep(report).whenComplete((done, problem) -> {
                if (problem == null) {
                    kept.complete(null);
                } else {
                    recent.forget(report.getId(), kept);
                    kept.completeExceptionally(problem);
                }
            });
        }
    }
}
