package dzvin.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.schemas.Topics;
import dzvin.schemas.avro.RejectedReport;
import dzvin.schemas.avro.RejectionReason;
import dzvin.schemas.avro.Report;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ingest service over a real Kafka and a real registry. */
class IngestAppIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void whatWasAnsweredAcceptedIsInKafkaWithoutTheContactAndTheRestIsADeadLetter() throws Exception {
        try (var desk = new LiveDesk(folder, Duration.ofMinutes(1))) {
            var body = """
                    {"id":"a","number":"+38 044 123-45-67","region":"UA-32","reporter":"olena@example.org","text":"слова"}
                    {"id":"a","number":"+38 044 123-45-67"}
                    {"reporter":"olena@example.org"}
                    """;

            var answer = post(desk, body);

            assertThat(answer.statusCode()).isEqualTo(202);
            var kept = reports(desk);
            assertThat(kept).hasSize(1);
            assertThat(kept.get(0).key()).isEqualTo("+380441234567");
            assertThat(kept.get(0).timestamp())
                    .isEqualTo(kept.get(0).value().getReceivedAt().toEpochMilli());
            assertThat(kept.get(0).value().toString()).doesNotContain("olena");
            var letters = desk.records(Topics.LIVE.rejected(), RejectedReport.class);
            assertThat(letters).singleElement().satisfies(letter -> {
                assertThat(letter.value().getReason()).isEqualTo(RejectionReason.EMPTY);
                assertThat(letter.value().toString()).doesNotContain("olena");
            });
        }
    }

    @Test
    void everyPartitionsTimeGoesOnInSilenceAndNeverPastAReportThatFollows() throws Exception {
        try (var desk = new LiveDesk(folder, Duration.ofMillis(100))) {
            await().atMost(PATIENCE).until(() -> latest(heartbeats(desk)).size() == LiveDesk.PARTITIONS);
            var first = latest(heartbeats(desk));
            await().atMost(PATIENCE)
                    .until(() -> latest(heartbeats(desk)).entrySet().stream()
                            .allMatch(partition -> partition.getValue() > first.get(partition.getKey())));

            for (int i = 0; i < 20; i++) {
                post(desk, "{\"text\":\"words " + i + "\"}");
            }

            var all = desk.records(Topics.LIVE.reports(), Report.class);
            assertThat(all.stream().filter(message -> message.value() != null)).hasSize(20);
            var time = new TreeMap<Integer, Long>();
            for (var message : all) {
                assertThat(message.timestamp())
                        .as("time never goes back, so no report is late because of a heartbeat")
                        .isGreaterThanOrEqualTo(
                                message.value() == null ? 0 : time.getOrDefault(message.partition(), 0L));
                if (message.value() == null) {
                    time.merge(message.partition(), message.timestamp(), Math::max);
                }
            }
            assertThat(latest(heartbeats(desk)).values())
                    .allSatisfy(at -> assertThat(Instant.ofEpochMilli(at)).isBefore(Instant.now()));
        }
    }

    @Test
    void withoutItsKafkaItIsNotReadyAndSendsReportersAwayWithTheirReports() throws Exception {
        try (var desk = new LiveDesk(folder, Duration.ofMinutes(1))) {
            assertThat(get(desk, "/health/ready").statusCode()).isEqualTo(200);
            desk.stopKafka();

            await().atMost(PATIENCE).until(() -> get(desk, "/health/ready").statusCode() == 503);
            var refused = post(desk, "{\"text\":\"words\"}");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(get(desk, "/health/live").statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> post(LiveDesk desk, String lines) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(desk.address("/v1/reports"))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(lines))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(LiveDesk desk, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(desk.address(path)).build(), BodyHandlers.ofString());
    }

    private static List<ConsumerRecord<String, Report>> reports(LiveDesk desk) {
        return desk.records(Topics.LIVE.reports(), Report.class).stream()
                .filter(message -> message.value() != null)
                .toList();
    }

    private static List<ConsumerRecord<String, Report>> heartbeats(LiveDesk desk) {
        return desk.records(Topics.LIVE.reports(), Report.class).stream()
                .filter(message -> message.value() == null)
                .toList();
    }

    private static Map<Integer, Long> latest(List<ConsumerRecord<String, Report>> messages) {
        var latest = new TreeMap<Integer, Long>();
        messages.forEach(message -> latest.merge(message.partition(), message.timestamp(), Math::max));
        return latest;
    }
}
