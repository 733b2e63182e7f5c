package dzvin.sink.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.sink.console.Banner;
import dzvin.sink.live.Limits;
import dzvin.sink.live.ReadModel;
import dzvin.sink.replay.ReplayDesk;
import dzvin.telemetry.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** A server over a read model that the test fills, on a free port. */
final class RunningSink implements AutoCloseable {
    final ReadModel model = new ReadModel(new Limits(100, 100, 50, 3));
    private final HttpClient client = HttpClient.newHttpClient();
    private final Telemetry telemetry = new Telemetry();
    private final SinkServer server;
    volatile Optional<String> notReady = Optional.empty();

    RunningSink(HttpConfig config) {
        this(config, null);
    }

    /** @param desk of replays, or null for a sink that has none */
    RunningSink(HttpConfig config, ReplayDesk desk) {
        var banner = new Banner("Згенеровані дані", "Generated data");
        server = new SinkServer(
                config, new SinkServer.Served(model, () -> notReady, banner, Optional.ofNullable(desk)), telemetry);
        server.start();
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    JsonNode json(String path) {
        return tree(get(path).body());
    }

    static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    @Override
    public void close() {
        server.close();
        telemetry.close();
    }
}
