package dzvin.standalone.running;

import dzvin.schemas.KafkaConnection;
import dzvin.standalone.kafka.DiskRoom;
import dzvin.standalone.kafka.EmbeddedKafka;
import dzvin.standalone.registry.EmbeddedRegistry;
import java.net.URI;
import java.nio.file.Path;

/** The embedded Kafka and the embedded registry, as parts of a process. */
public final class Backbone {
    private static final String KAFKA_FOLDER = "kafka";

    /** The registry is told where Kafka is; where it is itself comes out of its start. */
    private static final URI NOT_KNOWN_YET = URI.create("http://127.0.0.1");

    private Backbone() {}

    /** Starts both on the data in a folder; ports 0: any that are free. */
    public static KafkaConnection start(Running running, Path folder, int kafkaPort, int registryPort) {
        DiskRoom.requireForLibraries();
        var kafka = running.start(new EmbeddedKafka(folder.resolve(KAFKA_FOLDER), kafkaPort), EmbeddedKafka::start);
        var settings = EmbeddedKafka.clientSettings();
        var unfinished = new KafkaConnection(kafka.bootstrapServers(), NOT_KNOWN_YET, settings);
        var registry = running.start(new EmbeddedRegistry(unfinished, registryPort), EmbeddedRegistry::start);
        return new KafkaConnection(kafka.bootstrapServers(), registry.url(), settings);
    }
}
