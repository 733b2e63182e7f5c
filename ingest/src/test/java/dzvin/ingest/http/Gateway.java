package dzvin.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.ingest.CountryPipelines;
import dzvin.ingest.IngestConfig;
import dzvin.ingest.IngestPipeline;
import dzvin.ingest.Outcome;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Profile;
import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Rejection;
import dzvin.ingest.intake.Intake;
import dzvin.ingest.intake.MemoryWriter;
import dzvin.ingest.kafka.Acceptances;
import dzvin.schemas.Secret;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.avro.RejectionReason;
import dzvin.schemas.avro.Report;
import dzvin.telemetry.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The gateway on a free port, over a memory that stands where Kafka is, and a client to talk to it. */
final class Gateway implements AutoCloseable {
    static final ApiKey KEY = new ApiKey("desk", new Secret("0123456789abcdef-desk"));
    static final ApiKey OTHER_KEY = new ApiKey("partner", new Secret("0123456789abcdef-partner"));

    private static final ObjectMapper JSON = new ObjectMapper();

    final MemoryWriter kafka = new MemoryWriter();
    final Telemetry telemetry = new Telemetry();
    private final IngestServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Gateway(Limits limits, List<ApiKey> keys, IngestPipeline pipeline) {
        var layout = new TopicSetup.Layout(1, 1);
        var config = new IngestConfig("127.0.0.1", 0, keys, limits, Duration.ofSeconds(1), layout, Profile.UA);
        var clock = Clock.systemUTC();
        var intake =
                new Intake(pipeline, kafka, new Acceptances(clock), clock, limits.maxInFlight(), telemetry.registry());
        server = new IngestServer(config, intake, telemetry);
        server.start();
    }

    static Gateway open() {
        return new Gateway(Limits.DEFAULT, List.of(), simplePipeline());
    }

    static Gateway with(Limits limits, ApiKey... keys) {
        return new Gateway(limits, List.of(keys), simplePipeline());
    }

    /** With the pipeline that ships, where the others have one that makes a test short. */
    static Gateway real() {
        var settings = new PipelineSettings(Profile.UA, new Secret("a key of sixteen characters"));
        var pipeline = new CountryPipelines(settings, Clock.systemUTC()).pipeline();
        return new Gateway(Limits.DEFAULT, List.of(), pipeline);
    }

    /** Posts JSON with more headers, in pairs of name and value. */
    Answer post(String body, String... headers) {
        return post("application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String type, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(uri("/v1/reports")).POST(BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    Answer send(HttpRequest request) {
        try {
            return new Answer(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        telemetry.close();
    }

    /** An answer, with its body as JSON where it is some. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What became of each item, in a word. */
        List<String> statuses() {
            return json().get("results").findValuesAsText("status");
        }

        String reason() {
            return json().get("reason").asText();
        }
    }

    /** Takes any report but one with the number {@code bad}. */
    private static IngestPipeline simplePipeline() {
        return told -> told.tells(Field.NUMBER).filter("bad"::equals).isPresent()
                ? new Outcome.Rejected(new Rejection(RejectionReason.BAD_NUMBER, "number", "this is no number"))
                : new Outcome.Accepted(report(told));
    }

    private static Report report(RawReport told) {
        var content = Arrays.toString(Field.values()) + told.told() + told.features();
        return Report.newBuilder()
                .setId(told.tells(Field.ID)
                        .orElseGet(() -> UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8))
                                .toString()))
                .setReceivedAt(Instant.parse("2025-07-02T10:15:00Z"))
                .setNumber(told.tells(Field.NUMBER).orElse(null))
                .setText(told.tells(Field.TEXT).orElse(null))
                .build();
    }
}
