package dzvin.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.detector.core.policy.Policy;
import dzvin.schemas.KafkaConnection;
import dzvin.standalone.kafka.EmbeddedKafka;
import dzvin.standalone.registry.EmbeddedRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A detector that has met what it must not skip ends, so that whatever watches over it notices. */
class StoppedDetectorIT {
    /** Nobody but the detector writes here; what it cannot read there, it must not pass by. */
    private static final String OWN_TOPIC = "dzvin-detector-cells-by-key-repartition";

    private static final Pattern COUNTED = Pattern.compile("outcome=\"counted\",partition=\"\\d+\"} 1\\.0");

    @TempDir
    private Path folder;

    @Test
    void aDetectorWhoseApplicationHasStoppedEndsWithOneSentenceAndStatusOne() throws Exception {
        try (var kafka = new EmbeddedKafka(folder.resolve("kafka"), 0).start();
                var registry = new EmbeddedRegistry(connection(kafka, URI.create("http://unused")), 0).start()) {
            var dzvin = new DzvinProcess(folder)
                    .with("DZVIN_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers())
                    .with("DZVIN_SCHEMA_REGISTRY_URL", registry.url().toString());
            var detector = dzvin.start("detector", "detector");
            try {
                await("the detector is up")
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> dzvin.complained("detector").contains("detector started"));

                spoil(connection(kafka, registry.url()));

                assertThatItEnds(dzvin, detector, "detector", "the detector cannot go on: Kafka Streams has stopped");
            } finally {
                detector.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void anInstallationWhoseDetectorHasStoppedEndsToo() throws Exception {
        var dzvin = new DzvinProcess(folder);
        var up = dzvin.start("up", "up");
        try {
            dzvin.awaitWord(up, "up", "Dzvin is up.");

            spoil(dzvin.connection());

            assertThatItEnds(dzvin, up, "up", "dzvin cannot go on: Kafka Streams has stopped");
        } finally {
            up.destroyForcibly().waitFor();
        }
    }

    @Test
    void aPolicyThatTheStateDoesNotGoWithIsRefusedAndTheSentenceSaysWhatToDo() throws Exception {
        var dzvin = new DzvinProcess(folder);
        var up = dzvin.start("before", "up");
        try {
            dzvin.awaitWord(up, "before", "Dzvin is up.");
            new Gateway(dzvin.port("INGEST")).post("only");
            await("the report is counted")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> COUNTED.matcher(metrics(dzvin)).find());
        } finally {
            up.destroy();
            up.waitFor();
        }
        dzvin.with("DZVIN_DETECTOR_POLICY_FILE", withLongerBuckets().toString());

        var again = dzvin.start("after", "up");
        try {
            assertThatItEnds(
                    dzvin,
                    again,
                    "after",
                    "the detector's state was written with bucket 5m and not 15m: set the policy back");
        } finally {
            again.destroyForcibly().waitFor();
        }
    }

    private static String metrics(DzvinProcess dzvin) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + dzvin.port("DETECTOR") + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private Path withLongerBuckets() throws IOException {
        try (var shipped = Policy.class.getResourceAsStream("ua.yaml")) {
            var policy = new String(shipped.readAllBytes(), UTF_8).replace("bucket: 5m", "bucket: 15m");
            return Files.writeString(folder.resolve("longer.yaml"), policy);
        }
    }

    private static KafkaConnection connection(EmbeddedKafka kafka, URI registry) {
        return new KafkaConnection(kafka.bootstrapServers(), registry, EmbeddedKafka.clientSettings());
    }

    private static void assertThatItEnds(DzvinProcess dzvin, Process process, String name, String sentence)
            throws Exception {
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("it ended").isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(dzvin.complained(name).lines())
                .as("its sentence is the last")
                .last()
                .asString()
                .startsWith(sentence);
    }

    private static void spoil(KafkaConnection connection) throws Exception {
        var settings = new TreeMap<>(connection.forClients());
        settings.put("acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(OWN_TOPIC, 0, new byte[] {'k'}, new byte[] {99}))
                    .get();
        }
    }
}
