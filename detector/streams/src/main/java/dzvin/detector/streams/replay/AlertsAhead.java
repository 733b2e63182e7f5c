package dzvin.detector.streams.replay;

import dzvin.detector.streams.Topic;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Alert;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Hears a replay's alerts while it runs, as far as they are committed, each once and in their order. Used by one thread. */
final class AlertsAhead implements AutoCloseable {
    private static final Duration AT_THE_END = Duration.ofMillis(200);

    private final KafkaConsumer<String, Alert> consumer;
    private final TopicPartition only;

    AlertsAhead(KafkaConnection connection, Topic<String, Alert> topic) {
        var settings = new TreeMap<>(connection.forClients());
        settings.remove("group.id");
        settings.putAll(Map.of(
                "isolation.level", "read_committed", "auto.offset.reset", "earliest", "enable.auto.commit", "false"));
        this.consumer = new KafkaConsumer<>(
                settings, topic.keys().deserializer(), topic.values().deserializer());
        this.only = new TopicPartition(topic.name(), 0); // alerts have one partition, so that their order is total
        consumer.assign(List.of(only));
        consumer.seekToBeginning(List.of(only));
    }

    /** Hands over those that are at hand. */
    void poll(Consumer<Alert> rung) {
        consumer.poll(Duration.ZERO).forEach(record -> rung.accept(record.value()));
    }

    /** Hands over all that are left; nothing is written any more. */
    void rest(Consumer<Alert> rung) {
        long end = consumer.endOffsets(List.of(only)).get(only);
        while (consumer.position(only) < end) {
            consumer.poll(AT_THE_END).forEach(record -> rung.accept(record.value()));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
