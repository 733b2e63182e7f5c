package dzvin.sink;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka clients with the settings that the sink's promises need. Values stay bytes, so that a bad one can be set aside. */
final class KafkaClients {
    private final KafkaConnection connection;

    KafkaClients(KafkaConnection connection) {
        this.connection = connection;
    }

    /** From the first alert on, when the channel is new: what rang before it was set up has not been delivered. */
    Consumer<byte[], byte[]> forChannel(Topics topics, String channel) {
        var settings = reading();
        settings.put("group.id", topics.prefix() + "-sink-" + channel);
        settings.put("client.id", "dzvin-sink-" + channel);
        settings.put("max.poll.records", "100");
        return consumer(settings);
    }

    Consumer<byte[], byte[]> forReadModel() {
        var settings = reading();
        settings.put("client.id", "dzvin-sink-read-model");
        return consumer(settings);
    }

    Producer<byte[], byte[]> forDeadLetters() {
        var settings = new HashMap<>(connection.forClients());
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("delivery.timeout.ms", "30000");
        settings.put("request.timeout.ms", "10000");
        settings.put("client.id", "dzvin-sink-dead-letters");
        var bytes = new ByteArraySerializer();
        return new KafkaProducer<>(settings, bytes, bytes);
    }

    private Map<String, Object> reading() {
        var settings = new HashMap<>(connection.forClients());
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", "false");
        return settings;
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(settings, bytes, bytes);
    }
}
