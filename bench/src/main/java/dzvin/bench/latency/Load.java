package dzvin.bench.latency;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Sends everyday reports at a steady rate, twenty requests a second, whether or not answers have come. */
final class Load implements AutoCloseable {
    private static final int REQUESTS_PER_SECOND = 20;

    private final HttpClient client;
    private final URI reports;
    private final int perRequest;
    private final SplittableRandom random = new SplittableRandom(1);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final LongAdder accepted = new LongAdder();
    private long sent;

    Load(HttpClient client, URI reports, int perSecond) {
        this.client = client;
        this.reports = reports;
        this.perRequest = Math.max(1, perSecond / REQUESTS_PER_SECOND);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // closed as a whole
    void start() {
        clock.scheduleAtFixedRate(this::send, 0, 1_000 / REQUESTS_PER_SECOND, TimeUnit.MILLISECONDS);
    }

    /** Reports that were accepted so far. */
    long accepted() {
        return accepted.sum();
    }

    static HttpRequest request(URI reports, String ndjson) {
        return HttpRequest.newBuilder(reports)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(ndjson))
                .build();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // counted when it is answered
    private void send() {
        client.sendAsync(request(reports, Everyday.reports(perRequest, sent, random)), BodyHandlers.discarding())
                .thenAccept(answer -> {
                    if (answer.statusCode() == 202) {
                        accepted.add(perRequest);
                    }
                });
        sent += perRequest;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
