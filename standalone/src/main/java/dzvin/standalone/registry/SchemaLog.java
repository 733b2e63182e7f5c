package dzvin.standalone.registry;

import dzvin.schemas.KafkaConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topic of schemas. What the registry knows comes from here and from nowhere else: a write is known once it has been
 * read back, so that a write whose acknowledgement was lost is neither forgotten nor given its id twice. Confined to
 * one thread at a time.
 */
final class SchemaLog implements AutoCloseable {
    static final String TOPIC = "_schemas";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;

    private SchemaLog(KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
        this.consumer = consumer;
        this.producer = producer;
    }

    /** Makes the topic if it is missing. */
    static SchemaLog open(KafkaConnection connection) {
        create(connection);
        var reading = new HashMap<>(connection.forClients());
        reading.putAll(Map.of(
                "client.id", "dzvin-registry-reader", "auto.offset.reset", "earliest", "enable.auto.commit", "false"));
        var writing = new HashMap<>(connection.forClients());
        writing.putAll(Map.of("client.id", "dzvin-registry-writer", "acks", "all", "enable.idempotence", "true"));
        var consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        return new SchemaLog(
                consumer, new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /** Hands over what was written since the last time, in order. */
    void catchUp(Consumer<LogEntry> entries) {
        long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        long lastAdvance = System.nanoTime();
        while (consumer.position(PARTITION) < end) {
            var records = consumer.poll(POLL);
            records.forEach(message -> entries.accept(LogEntry.read(message.key(), message.value())));
            lastAdvance = records.isEmpty() ? lastAdvance : System.nanoTime();
            if (System.nanoTime() - lastAdvance > STALLED.toNanos()) {
                throw new KafkaException("the topic " + TOPIC + " could not be read to its end");
            }
        }
    }

    /** Returns when Kafka has acknowledged the entry. */
    void append(LogEntry entry) {
        try {
            producer.send(new ProducerRecord<>(TOPIC, 0, entry.keyBytes(), entry.valueBytes()))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("the topic " + TOPIC + " could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing the topic " + TOPIC, e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        consumer.close();
    }

    private static void create(KafkaConnection connection) {
        try (var admin = Admin.create(connection.forClients())) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) -1)
                                .configs(Map.of("cleanup.policy", "compact", "message.timestamp.type", "CreateTime"))))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("could not create the topic " + TOPIC, e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while creating the topic " + TOPIC, e);
        }
    }
}
