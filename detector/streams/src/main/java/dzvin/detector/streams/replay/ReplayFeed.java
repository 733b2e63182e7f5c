package dzvin.detector.streams.replay;

import dzvin.detector.streams.Topic;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Report;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Writes history into a replay's topic of reports, as ingest writes the live one: by number, at the time of receipt. */
final class ReplayFeed implements AutoCloseable {
    private final Topic<String, Report> reports;
    private final int partitions;
    private final KafkaProducer<String, Report> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long newest = Long.MIN_VALUE;

    ReplayFeed(KafkaConnection connection, Topic<String, Report> reports, int partitions) {
        this.reports = reports;
        this.partitions = partitions;
        var settings = new TreeMap<>(connection.forClients());
        settings.putAll(Map.of("acks", "all", "enable.idempotence", true, "linger.ms", 20, "compression.type", "lz4"));
        this.producer = new KafkaProducer<>(
                settings, reports.keys().serializer(), reports.values().serializer());
    }

    void report(Report report) {
        var key = Optional.ofNullable(report.getNumber()).orElse(report.getId());
        send(null, report.getReceivedAt().toEpochMilli(), key, report);
    }

    /** A heartbeat to every partition; all of them are written when this returns. */
    void heartbeat(Instant at) {
        for (int partition = 0; partition < partitions; partition++) {
            send(partition, at.toEpochMilli(), null, null);
        }
        producer.flush();
        throwFailure();
    }

    /** Largest time of a report so far, in epoch milliseconds; {@link Long#MIN_VALUE} before the first. */
    long newest() {
        return newest;
    }

    @Override
    public void close() {
        producer.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback keeps the first failure, and the next send throws it
    private void send(Integer partition, Long at, String key, Report report) {
        throwFailure();
        newest = Math.max(newest, at);
        producer.send(new ProducerRecord<>(reports.name(), partition, at, key, report), (written, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }

    private void throwFailure() {
        var problem = failure.get();
        if (problem != null) {
            throw new KafkaException("could not write to " + reports.name() + ": " + problem.getMessage(), problem);
        }
    }
}
