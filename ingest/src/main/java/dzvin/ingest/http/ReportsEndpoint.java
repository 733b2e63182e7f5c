package dzvin.ingest.http;

import dzvin.ingest.intake.BusyException;
import dzvin.ingest.intake.Intake;
import dzvin.ingest.intake.ItemResult;
import dzvin.ingest.intake.NotKeptException;
import dzvin.ingest.json.Reading;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

/** {@code POST /v1/reports}: who sends, how fast, how much; then the reports, and what became of each. */
final class ReportsEndpoint {
    /** Kept well below the server's threads, so that health and metrics answer while Kafka does not. */
    private static final int REQUESTS_AT_ONCE = 100;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ApiKeys keys;
    private final SameOrigin origin;
    private final RateLimit rate;
    private final RequestBody body;
    private final ReportBatch batch;
    private final Intake intake;
    private final Semaphore requests = new Semaphore(REQUESTS_AT_ONCE);

    ReportsEndpoint(ApiKeys keys, Limits limits, Intake intake) {
        this.keys = keys;
        this.origin = new SameOrigin(!keys.areNeeded());
        this.rate = new RateLimit(limits, System::nanoTime);
        this.body = new RequestBody(limits.maxBodyBytes());
        this.batch = new ReportBatch(limits.maxItems());
        this.intake = intake;
    }

    void post(Context context) {
        origin.check(context);
        var sender = keys.sender(context).orElseThrow(ReportsEndpoint::unauthorised);
        rate.charge(sender, 1);
        var kind = BodyKind.of(context);
        var bytes = body.read(context);
        if (!requests.tryAcquire()) {
            throw busy();
        }
        try {
            var items = kind == BodyKind.NDJSON ? batch.ndjson(bytes) : batch.json(bytes);
            rate.charge(sender, items.size() - 1);
            context.status(202).json(ResultsJson.of(take(items)));
        } finally {
            requests.release();
        }
    }

    /** Waits on the request's own thread: Kafka's must never wait for a slow client. */
    private List<ItemResult> take(List<Reading> items) {
        try {
            return intake.take(items).join();
        } catch (BusyException e) {
            throw busy();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NotKeptException) {
                throw ProblemException.tryAgain(
                        Problem.NOT_KEPT,
                        "Kafka did not confirm every report: send the same again, what is kept will not count twice.",
                        PAUSE);
            }
            throw e;
        }
    }

    private static ProblemException busy() {
        return ProblemException.tryAgain(
                Problem.BUSY, "Nothing was taken: wait and send the same again.", Duration.ofSeconds(1));
    }

    private static ProblemException unauthorised() {
        return new ProblemException(Problem.UNAUTHORISED, "Send a known key in Authorization: Bearer, or in X-API-Key.")
                .with("WWW-Authenticate", "Bearer realm=\"dzvin\"");
    }

    /** The kinds of bodies that are read. */
    private enum BodyKind {
        JSON,
        NDJSON;

        private static final String ACCEPTED = "application/json, application/x-ndjson";

        static BodyKind of(Context request) {
            var type =
                    request.contentType() == null ? "" : request.contentType().toLowerCase(Locale.ROOT);
            var parts = type.split(";");
            if (type.contains("charset=") && !type.matches(".*charset=\"?utf-8\"?\\s*(;.*)?")) {
                throw refused("Send the body in UTF-8.");
            }
            return switch (parts[0].trim()) {
                case "application/json" -> JSON;
                case "application/x-ndjson" -> NDJSON;
                default -> throw refused("Send " + ACCEPTED + ".");
            };
        }

        private static ProblemException refused(String detail) {
            return new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE, detail).with("Accept-Post", ACCEPTED);
        }
    }
}
