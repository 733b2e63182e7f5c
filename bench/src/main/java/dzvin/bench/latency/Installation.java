package dzvin.bench.latency;

import dzvin.standalone.Main;
import dzvin.standalone.kafka.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** {@code dzvin up} as a process, on ports of its own. */
final class Installation implements AutoCloseable {
    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final Pattern DECIDED =
            Pattern.compile("(?m)^dzvin_detector_decided_timestamp_seconds(?:\\{[^}]*})? ([0-9.E+]+)$");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int ingestPort = Ports.free();
    private final int sinkPort = Ports.free();
    private final int detectorPort = Ports.free();
    private final Process process;

    Installation(Path folder) throws IOException {
        var policy = Files.writeString(
                folder.resolve("policy.yaml"),
                "policy: latency\nscales: [15m, 1h, 6h]\nbaseline: {learnAfter: 1h, grey: 6h}\n");
        var config = Files.writeString(
                folder.resolve("dzvin.yaml"),
                String.join(
                        "\n",
                        List.of(
                                "data: {dir: " + folder.resolve("data") + "}",
                                "embedded: {kafkaPort: 0, registryPort: 0}",
                                "log: {level: warn}",
                                "ingest: {port: " + ingestPort + "}",
                                "sink: {port: " + sinkPort + "}",
                                "detector: {port: " + detectorPort + ", policyFile: " + policy + "}",
                                "")));
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "up",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("up.log").toFile())
                .start();
    }

    HttpClient client() {
        return client;
    }

    URI reports() {
        return URI.create("http://127.0.0.1:" + ingestPort + "/v1/reports");
    }

    URI stream() {
        return URI.create("http://127.0.0.1:" + sinkPort + "/api/v1/stream");
    }

    /** Returns when the detector has decided on all but the last minutes. */
    void awaitLive() throws IOException, InterruptedException {
        var until = Instant.now().plus(TO_START);
        while (!isLive()) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                throw new IOException("dzvin up did not come up, see up.log");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean isLive() throws InterruptedException {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + detectorPort + "/metrics"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            var metrics = client.send(question, BodyHandlers.ofString()).body();
            var decided = DECIDED.matcher(metrics);
            double behind = Duration.ofMinutes(10).toSeconds();
            return decided.find()
                    && Double.parseDouble(decided.group(1)) > Instant.now().getEpochSecond() - behind
                    && client.send(
                                            HttpRequest.newBuilder(stream().resolve("/health/ready"))
                                                    .build(),
                                            BodyHandlers.discarding())
                                    .statusCode()
                            == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
