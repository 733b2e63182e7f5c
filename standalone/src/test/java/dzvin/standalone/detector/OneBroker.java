package dzvin.standalone.detector;

import dzvin.schemas.KafkaConnection;
import dzvin.standalone.kafka.EmbeddedKafka;
import dzvin.standalone.registry.EmbeddedRegistry;
import java.net.URI;
import java.nio.file.Path;

/** A broker and a registry in this process. */
record OneBroker(EmbeddedKafka kafka, EmbeddedRegistry registry) implements AutoCloseable {
    /** Started, its data below a folder. */
    static OneBroker in(Path folder) {
        var kafka = new EmbeddedKafka(folder.resolve("kafka"), 0).start();
        return new OneBroker(kafka, registry(kafka.bootstrapServers()));
    }

    /** A registry for brokers that are there. */
    static EmbeddedRegistry registry(String bootstrap) {
        var unknown = new KafkaConnection(bootstrap, URI.create("http://unused"), EmbeddedKafka.clientSettings());
        return new EmbeddedRegistry(unknown, 0).start();
    }

    KafkaConnection connection() {
        return connection(kafka.bootstrapServers(), registry);
    }

    /** To brokers that are there, with this registry. */
    static KafkaConnection connection(String bootstrap, EmbeddedRegistry registry) {
        return new KafkaConnection(bootstrap, registry.url(), EmbeddedKafka.clientSettings());
    }

    @Override
    public void close() {
        registry.close();
        kafka.close();
    }
}
