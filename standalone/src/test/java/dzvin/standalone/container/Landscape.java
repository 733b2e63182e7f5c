package dzvin.standalone.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;

/** Kafka, registry and the three services, each in a container of its own, after a history was imported. */
final class Landscape implements AutoCloseable {
    static final String REPORTING_KEY = "partner:a-key-that-only-the-partner-knows";
    static final String LOOKING_KEY = "desk:a-key-that-only-the-desk-knows";
    static final String PSEUDONYM_KEY = "a-key-that-turns-people-into-pseudonyms";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Network network = Network.newNetwork();
    private final Path folder;
    private final String image = Images.dzvin();
    private final GenericContainer<?> kafka = kafka();
    private final Service registry;
    private final Service ingest;
    private final Service detector;
    private final Service sink;

    Landscape(Path folder) throws IOException {
        this.folder = folder;
        this.registry = new Service("registry", 8082, image, network);
        this.detector = new Service("detector", 8083, image, network);
        this.ingest = new Service("ingest", 8081, image, network)
                .with("DZVIN_INGEST_API_KEYS_FILE", secret("ingest-api-keys", REPORTING_KEY))
                .with("DZVIN_INGEST_PSEUDONYM_KEY_FILE", secret("pseudonym-key", PSEUDONYM_KEY));
        this.sink = new Service("sink", 8080, image, network)
                .with("DZVIN_SINK_STDOUT", "true")
                .with("DZVIN_SINK_API_KEYS_FILE", secret("sink-api-keys", LOOKING_KEY));
    }

    /** History comes in before ingest tells the detector, with its first heartbeat, what time it is. */
    void start(List<String> history) throws IOException {
        kafka.start();
        registry.container().start();
        importHistory(history);
        Startables.deepStart(detector.container(), ingest.container(), sink.container())
                .join();
    }

    List<Service> services() {
        return List.of(ingest, detector, sink);
    }

    List<Service> ours() {
        return List.of(registry, ingest, detector, sink);
    }

    Service ingest() {
        return ingest;
    }

    Service detector() {
        return detector;
    }

    Service sink() {
        return sink;
    }

    @Override
    public void close() {
        services().forEach(service -> service.container().stop());
        registry.container().stop();
        kafka.stop();
        network.close();
    }

    private GenericContainer<?> kafka() {
        return new GenericContainer<>(Images.kafka(image))
                .withNetwork(network)
                .withNetworkAliases("kafka")
                .withEnv(kafkaSettings())
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1).withStartupTimeout(PATIENCE));
    }

    /** As in the compose file, less the listener for clients outside. */
    private static Map<String, String> kafkaSettings() {
        return Map.ofEntries(
                Map.entry("CLUSTER_ID", "R7WnZJvdTg2fYbLq3XkVaA"),
                Map.entry("KAFKA_NODE_ID", "1"),
                Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                Map.entry("KAFKA_LISTENERS", "INTERNAL://:19092,CONTROLLER://:9093"),
                Map.entry("KAFKA_ADVERTISED_LISTENERS", "INTERNAL://kafka:19092"),
                Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "INTERNAL"),
                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                Map.entry("KAFKA_LOG_DIRS", "/var/lib/kafka/data"),
                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "3"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "3"),
                Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"));
    }

    private void importHistory(List<String> history) throws IOException {
        var file = Files.write(folder.resolve("history.ndjson"), history, UTF_8);
        readableForAll(file);
        var bind = new Bind(file.toString(), new Volume("/history.ndjson"), AccessMode.ro);
        try (var command = new GenericContainer<>(image)) {
            command.withNetwork(network)
                    .withCommand("import", "/history.ndjson", "--format", "ndjson", "--rejects", "/tmp/rejected.csv")
                    .withEnv("DZVIN_KAFKA_BOOTSTRAP_SERVERS", "kafka:19092")
                    .withEnv("DZVIN_SCHEMA_REGISTRY_URL", "http://registry:8082")
                    .withCreateContainerCmdModifier(
                            settings -> settings.getHostConfig().withBinds(bind))
                    .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(PATIENCE))
                    .start();
        }
    }

    private Path secret(String name, String content) throws IOException {
        return readableForAll(Files.writeString(folder.resolve(name), content + "\n", UTF_8));
    }

    /** Inside the container another user reads it; the folder keeps others out. */
    private static Path readableForAll(Path file) {
        if (!file.toFile().setReadable(true, false)) {
            throw new IllegalStateException("cannot make " + file + " readable");
        }
        return file;
    }
}
