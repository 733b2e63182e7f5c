package dzvin.standalone.results;

import dzvin.schemas.KafkaConnection;
import dzvin.standalone.failure.CannotRunException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic from its beginning, without a group: reading leaves no trace. Only what is committed is seen. */
public final class TopicReader<T> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String PATIENCE_MILLIS = "15000";

    private final KafkaConnection connection;
    private final String topic;
    private final KafkaConsumer<String, T> consumer;

    public TopicReader(KafkaConnection connection, String topic, Deserializer<T> values) {
        this.connection = connection;
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(settings(connection), new StringDeserializer(), values);
    }

    /** Hands over everything that is there now and was not handed over before. */
    public void readToEnd(Consumer<ConsumerRecord<String, T>> records) {
        asked(() -> {
            assign();
            var ends = consumer.endOffsets(consumer.assignment());
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                consumer.poll(POLL).forEach(records);
            }
        });
    }

    /** Hands over everything that is there and whatever comes, as long as it is wanted. */
    public void follow(Consumer<ConsumerRecord<String, T>> records, BooleanSupplier wanted) {
        asked(() -> {
            assign();
            while (wanted.getAsBoolean()) {
                consumer.poll(POLL).forEach(records);
            }
        });
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void assign() {
        if (consumer.assignment().isEmpty()) {
            var partitions = partitions();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
    }

    private Collection<TopicPartition> partitions() {
        var partitions = consumer.partitionsFor(topic);
        if (partitions.isEmpty()) {
            throw new CannotRunException("there is no topic " + topic + " in the Kafka at "
                    + connection.bootstrapServers() + ": did a detector ever run there? is topics.prefix right?");
        }
        return partitions.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private void asked(Runnable question) {
        try {
            question.run();
        } catch (KafkaException e) {
            throw new CannotRunException(
                    "cannot read the topic " + topic + " of the Kafka at " + connection.bootstrapServers() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static Map<String, Object> settings(KafkaConnection connection) {
        var settings = new HashMap<>(connection.forClients());
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.putIfAbsent("default.api.timeout.ms", PATIENCE_MILLIS);
        return settings;
    }
}
