package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Report;
import dzvin.standalone.ingest.ReportsTopic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dzvin up} as its users run it: killed, started again, started twice, stopped. */
class UpIT {
    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndTheInstallationIsOneAtATime() throws Exception {
        var dzvin = new DzvinProcess(folder);
        var up = startUp(dzvin, "first");
        try {
            assertThat(post(dzvin, "r-one")).isEqualTo(202);
            var key = Files.readString(folder.resolve("data/pseudonym-key"));

            assertThat(dzvin.run("second", "up")).isEqualTo(1);
            assertThat(dzvin.complained("second").lines())
                    .singleElement()
                    .asString()
                    .startsWith("the data folder ")
                    .contains("is in use by another dzvin (process " + up.pid() + ")");

            up.destroyForcibly().waitFor();
            up = startUp(dzvin, "again");

            assertThat(post(dzvin, "r-two")).isEqualTo(202);
            assertThat(reports(dzvin)).containsExactlyInAnyOrder("r-one", "r-two");
            assertThat(Files.readString(folder.resolve("data/pseudonym-key"))).isEqualTo(key);
            assertThat(dzvin.run("campaigns", "campaigns")).isZero();
            assertThat(dzvin.printed("campaigns")).startsWith("stage ");
        } finally {
            up.destroy();
            up.waitFor();
        }
        assertThat(up.exitValue()).as("stopped when it was asked to").isZero();
    }

    @Test
    void aCommandThatNeedsKafkaSaysInOneSentenceThatThereIsNone() throws Exception {
        var dzvin = new DzvinProcess(folder);

        assertThat(dzvin.run("alerts", "alerts")).isEqualTo(1);
        assertThat(dzvin.complained("alerts").lines())
                .containsExactly("the Kafka at 127.0.0.1:" + dzvin.port("EMBEDDED_KAFKA")
                        + " does not answer: start it (dzvin up brings one along), or set kafka.bootstrapServers");
    }

    private static Process startUp(DzvinProcess dzvin, String name) throws IOException {
        var process = dzvin.start(name, "up");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> dzvin.printed(name).contains("Dzvin is up.") || !process.isAlive());
        assertThat(process.isAlive()).as(dzvin.complained(name)).isTrue();
        return process;
    }

    private int post(DzvinProcess dzvin, String id) throws IOException, InterruptedException {
        var report = "{\"id\":\"" + id + "\",\"region\":\"UA-32\",\"features\":[\"claims-russian-official\"]}";
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + dzvin.port("INGEST") + "/v1/reports"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(report))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static List<String> reports(DzvinProcess dzvin) {
        var connection = new KafkaConnection(
                "127.0.0.1:" + dzvin.port("EMBEDDED_KAFKA"),
                URI.create("http://127.0.0.1:" + dzvin.port("EMBEDDED_REGISTRY")),
                Map.of());
        return new ReportsTopic(connection)
                .reports().stream().map(Report::getId).toList();
    }
}
