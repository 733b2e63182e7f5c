package dzvin.ingest.file;

import dzvin.ingest.kafka.ProducerSettings;
import dzvin.ingest.kafka.ReportRecords;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Report;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The topic of reports. Records are keyed by caller number, by the report's id where the number is withheld, and stamped
 * with the received time; the producer is idempotent and waits for all replicas. Confined to one thread.
 */
public final class KafkaTarget implements ImportTarget, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STALLED = Duration.ofSeconds(60);

    /** A Kafka that is there answers within a second; Kafka's own minute is long for someone who mistyped a port. */
    private static final String PATIENCE_MILLIS = "15000";

    private final KafkaConnection connection;
    private final String topic;
    private final Deserializer<Report> reports;
    private final KafkaProducer<String, Report> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** Connects lazily, as Kafka's clients do. */
    public KafkaTarget(KafkaConnection connection, String topic, Serde<Report> reports) {
        this.connection = connection;
        this.topic = topic;
        this.reports = reports.deserializer();
        this.producer = new KafkaProducer<>(
                ProducerSettings.forImport(connection), new StringSerializer(), reports.serializer());
    }

    @Override
    public long size() {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            var ends = consumer.endOffsets(partitions);
            var starts = consumer.beginningOffsets(partitions);
            return partitions.stream()
                    .mapToLong(one -> ends.get(one) - starts.get(one))
                    .sum();
        } catch (KafkaException e) {
            throw failed("look through", e);
        }
    }

    @Override
    public void forEachId(Consumer<String> ids, LongConsumer progress) {
        try (var consumer = consumer()) {
            var ends = consumer.endOffsets(partitions(consumer));
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            long done = 0;
            long lastAdvance = System.nanoTime();
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                var records = consumer.poll(POLL);
                records.forEach(message -> id(message.value(), ids));
                done += records.count();
                progress.accept(done);
                lastAdvance = records.isEmpty() ? lastAdvance : System.nanoTime();
                if (System.nanoTime() - lastAdvance > STALLED.toNanos()) {
                    throw new KafkaException("nothing came for " + STALLED.toSeconds() + " seconds");
                }
            }
        } catch (KafkaException e) {
            throw failed("look through", e);
        }
    }

    /** The callback hears of every failure; a future to each report would only be in the way. */
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public void append(Report report) {
        throwEarlierFailure();
        var message = ReportRecords.of(topic, report, report);
        try {
            producer.send(message, (sent, problem) -> {
                if (problem != null) {
                    failure.compareAndSet(null, problem);
                }
            });
        } catch (KafkaException e) {
            throw failed("write to", e);
        }
    }

    @Override
    public void flush() {
        try {
            producer.flush();
        } catch (InterruptException e) {
            throw failed("write to", e);
        }
        throwEarlierFailure();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }

    /** Heartbeats have no value, hence no id. */
    private void id(byte[] value, Consumer<String> ids) {
        if (value != null) {
            ids.accept(reports.deserialize(topic, value).getId());
        }
    }

    private void throwEarlierFailure() {
        var problem = failure.get();
        if (problem != null) {
            throw failed("write to", problem);
        }
    }

    private TargetFailedException failed(String attempt, Exception problem) {
        return new TargetFailedException(
                "cannot " + attempt + " the topic " + topic + " of the Kafka at " + connection.bootstrapServers() + ": "
                        + problem.getMessage()
                        + "; what was imported so far is kept, run the import again to finish it",
                problem);
    }

    private Collection<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var settings = new HashMap<>(connection.forClients());
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.put("max.poll.records", "5000");
        settings.put("client.id", "dzvin-import-ids");
        settings.putIfAbsent("default.api.timeout.ms", PATIENCE_MILLIS);
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(settings, bytes, bytes);
    }
}
