package dzvin.standalone.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dzvin.standalone.process.JavaCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels on a real Kafka, whose process is killed and started again. */
class DeliveryIT {
    private static final int ALERTS = 400;
    private static final int KILL_AFTER = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Desk desk;
    private HttpServer receiver;
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        desk = new Desk(folder.resolve("kafka"));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::take);
        receiver.start();
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
        receiver.stop(0);
        desk.close();
    }

    @Test
    void nothingIsLostAndTheFileHasEachAlertOnceWhenTheSinkIsKilledInTheMiddle() throws Exception {
        desk.ring(0, ALERTS);
        startSink();
        await("a part of the alerts").until(() -> inFile().size() >= KILL_AFTER && posted.size() >= KILL_AFTER);
        process.destroyForcibly().waitFor();
        int atTheKill = inFile().size();

        startSink();
        await("all alerts").until(() -> inFile().size() >= ALERTS && posted.containsAll(ids(0, ALERTS)));

        assertThat(atTheKill).isLessThan(ALERTS);
        assertThat(inFile()).isEqualTo(ids(0, ALERTS));
        assertThat(new LinkedHashSet<>(posted)).containsExactlyElementsOf(ids(0, ALERTS));
    }

    @Test
    void aWebhookThatIsDownHoldsUpItselfAndNotTheFile() throws Exception {
        answer = 503;
        desk.ring(0, 5);
        startSink();
        await("the file").until(() -> inFile().size() == 5);
        var whileDown = List.copyOf(posted);

        answer = 204;

        await("the webhook").until(() -> posted.size() >= 5);
        assertThat(whileDown).isEmpty();
        assertThat(posted).isEqualTo(ids(0, 5));
    }

    @Test
    void whatTheWebhookRefusesIsKeptAmongItsDeadLetters() throws Exception {
        answer = 400;
        desk.ring(0, 3);
        startSink();

        await("dead letters").until(() -> deadLetters().size() == 3);

        assertThat(deadLetters()).containsOnly("REFUSED");
    }

    private void take(HttpExchange exchange) throws IOException {
        var event = new ObjectMapper().readTree(exchange.getRequestBody());
        if (answer < 300) {
            posted.add(event.required("data").required("id").asText());
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private void startSink() throws IOException {
        var connection = desk.connection();
        process = new ProcessBuilder(JavaCommand.of(
                        256,
                        SinkProcess.class,
                        List.of(
                                connection.bootstrapServers(),
                                connection.schemaRegistry().toString(),
                                file().toString(),
                                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sink.log").toFile())
                .start();
    }

    private Path file() {
        return folder.resolve("alerts.ndjson");
    }

    /** Ids of the whole lines. */
    private List<String> inFile() throws IOException {
        if (!Files.exists(file())) {
            return List.of();
        }
        var text = Files.readString(file(), UTF_8);
        var ids = new ArrayList<String>();
        for (var line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            ids.add(new ObjectMapper().readTree(line).required("id").asText());
        }
        return ids;
    }

    /** Why each was given up. */
    private List<String> deadLetters() {
        var settings = desk.connection().forClients();
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", "false");
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            consumer.assign(List.of(new TopicPartition("dzvin.alerts.undelivered.webhook", 0)));
            var reasons = new ArrayList<String>();
            consumer.poll(Duration.ofSeconds(2))
                    .forEach(letter -> reasons.add(new String(
                            letter.headers().lastHeader("dzvin.reason").value(), UTF_8)));
            return reasons;
        }
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(Desk::alertId).toList();
    }

    private static org.awaitility.core.ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
    }
}
