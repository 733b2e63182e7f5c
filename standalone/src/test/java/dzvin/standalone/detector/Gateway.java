package dzvin.standalone.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.schemas.avro.Report;
import dzvin.standalone.kafka.Ports;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A partner's gateway in front of an ingest process: tells reports in their order over HTTP, and tells again whatever was not answered
 * with 202, until it is. Ingest's clock goes with the reports, so that its heartbeats tell the time of the history.
 */
final class Gateway implements AutoCloseable {
    /** Less than the policy's grace, for heartbeats may tell the time of the last report while the first is under way. */
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private final Trial trial;
    private final Desk desk;
    private final ClockInFile clock;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> acknowledged = new ArrayList<>();
    private int port;
    private Process ingest;
    private int unanswered;

    Gateway(Trial trial, Desk desk) throws IOException {
        this.trial = trial;
        this.desk = desk;
        this.clock = new ClockInFile(trial.folder().resolve(desk.topics().prefix() + "-time"));
        clock.set(Instant.EPOCH);
        start();
    }

    /** Ids of the reports that ingest has answered for, in that order. */
    List<String> acknowledged() {
        return acknowledged;
    }

    /** How many requests were under way, or found nobody, when ingest had been killed. */
    int unanswered() {
        return unanswered;
    }

    /** What belongs into one request: calls that were reported together. */
    static List<List<Report>> requests(List<Report> reports) {
        var requests = new ArrayList<List<Report>>();
        for (Report report : reports) {
            var last = requests.isEmpty() ? List.<Report>of() : requests.get(requests.size() - 1);
            if (last.isEmpty()
                    || report.getReceivedAt()
                            .isAfter(last.get(0).getReceivedAt().plus(TOGETHER))) {
                requests.add(new ArrayList<>(List.of(report)));
            } else {
                last.add(report);
            }
        }
        return requests;
    }

    void tell(List<Report> request) throws Exception {
        clock.set(request.get(request.size() - 1).getReceivedAt());
        settle(request, answer(send(request)));
    }

    /** {@code kill -9} so long after the request was sent off; where it has got to by then is anybody's guess. */
    void tellAndKill(List<Report> request, Duration after) throws Exception {
        clock.set(request.get(request.size() - 1).getReceivedAt());
        var underWay = send(request);
        TimeUnit.NANOSECONDS.sleep(after.toNanos());
        kill();
        settle(request, answer(underWay));
    }

    /** {@code kill -9} while nothing is under way: the next request finds nobody. */
    void kill() throws InterruptedException {
        ingest.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        ingest.destroyForcibly();
    }

    private void settle(List<Report> request, Optional<HttpResponse<String>> first) throws Exception {
        var answer = first;
        while (answer.filter(known -> known.statusCode() == 202).isEmpty()) {
            unanswered++;
            if (!ingest.isAlive()) {
                start();
            }
            answer = answer(send(request));
        }
        assertThat(answer.get().body()).contains("\"rejected\":0");
        request.forEach(report -> acknowledged.add(report.getId()));
    }

    private CompletableFuture<HttpResponse<String>> send(List<Report> reports) throws IOException {
        var body = new StringBuilder();
        for (Report report : reports) {
            body.append(json(report)).append('\n');
        }
        return client.sendAsync(
                HttpRequest.newBuilder(IngestProcess.address(port, "/v1/reports"))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static Optional<HttpResponse<String>> answer(CompletableFuture<HttpResponse<String>> underWay)
            throws InterruptedException {
        try {
            return Optional.of(underWay.get());
        } catch (ExecutionException gone) {
            return Optional.empty();
        }
    }

    private void start() throws IOException {
        port = Ports.free();
        ingest = IngestProcess.start(trial.connection(), desk.topics(), trial.layout(), port, clock);
        var ready = HttpRequest.newBuilder(IngestProcess.address(port, "/health/ready"))
                .build();
        await().atMost(Trial.PATIENCE)
                .ignoreExceptions()
                .until(() -> client.send(ready, BodyHandlers.ofString()).statusCode() == 200);
    }

    private static String json(Report report) throws IOException {
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "id", report.getId(),
                        "receivedAt", report.getReceivedAt().toString(),
                        "number", report.getNumber(),
                        "region", report.getRegion(),
                        "reporter", report.getReporter(),
                        "features", report.getGivenFeatures()));
    }
}
