package dzvin.detector.streams.replay;

import dzvin.detector.streams.Topic;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Report;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
    private final Map<Integer, Long> newestOf = new TreeMap<>();
    private long newest = Long.MIN_VALUE;
    private long reportsSent;

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

    /** A report to the partition that it has in the history. */
    void report(int partition, Report report) {
        var key = Optional.ofNullable(report.getNumber()).orElse(report.getId());
        send(partition, report.getReceivedAt().toEpochMilli(), key, report);
    }

    /** A heartbeat of one partition's history. */
    void heartbeat(int partition, Instant at) {
        send(partition, at.toEpochMilli(), null, null);
    }

    /** A heartbeat to every partition; all of them are written when this returns. */
    void heartbeat(Instant at) {
        for (int partition = 0; partition < partitions; partition++) {
            heartbeat(partition, at);
        }
        flush();
    }

    /** All that was told is written when this returns. */
    void flush() {
        producer.flush();
        throwFailure();
    }

    /** Reports so far. */
    long reports() {
        return reportsSent;
    }

    /**
     * The time that every partition has reached, of those that were named with their records; empty while one has nothing yet: buckets
     * that ended before it can be decided on.
     */
    OptionalLong everywhere() {
        return newestOf.size() == partitions
                ? newestOf.values().stream().mapToLong(Long::longValue).min()
                : OptionalLong.empty();
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
        if (partition != null) {
            newestOf.merge(partition, at, Math::max);
        }
        reportsSent += report == null ? 0 : 1;
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
