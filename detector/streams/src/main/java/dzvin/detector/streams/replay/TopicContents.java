package dzvin.detector.streams.replay;

import dzvin.detector.streams.Topic;
import dzvin.schemas.KafkaConnection;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads everything that is committed in a topic, each partition in its order. */
final class TopicContents {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConnection connection;

    TopicContents(KafkaConnection connection) {
        this.connection = connection;
    }

    <K, V> void forEach(Topic<K, V> topic, BiConsumer<K, V> action) {
        var settings = new TreeMap<>(connection.forClients());
        settings.putAll(Map.of("isolation.level", "read_committed", "auto.offset.reset", "earliest"));
        try (var consumer = new KafkaConsumer<>(
                settings, topic.keys().deserializer(), topic.values().deserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> action.accept(record.key(), record.value()));
            }
        }
    }
}
