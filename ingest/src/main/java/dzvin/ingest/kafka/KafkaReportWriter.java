package dzvin.ingest.kafka;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.RejectedReport;
import dzvin.schemas.avro.Report;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The topic of reports and the dead letters, through one producer. Heartbeats go through the same one, because a producer
 * keeps the order of what it is handed: so a heartbeat never overtakes a report that was handed over before it.
 */
public final class KafkaReportWriter implements ReportWriter, HeartbeatTarget {
    private static final Duration LAST_WAIT = Duration.ofSeconds(10);

    private final Topics topics;
    private final Serializer<Report> reports;
    private final Serializer<RejectedReport> rejects;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaClientMetrics metrics;
    private final Map<Integer, Long> latest = new ConcurrentHashMap<>();

    /** Connects lazily, as Kafka's clients do. */
    public KafkaReportWriter(KafkaConnection connection, Topics topics, AvroSerdes serdes, MeterRegistry registry) {
        this.topics = topics;
        this.reports = serdes.serde(Report.class).serializer();
        this.rejects = serdes.serde(RejectedReport.class).serializer();
        this.producer = new KafkaProducer<>(
                ProducerSettings.forRequests(connection), new StringSerializer(), new ByteArraySerializer());
        this.metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(registry);
    }

    @Override
    public CompletableFuture<Void> keep(Report report) {
        try {
            return send(ReportRecords.of(topics.reports(), report, reports.serialize(topics.reports(), report)));
        } catch (KafkaException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletableFuture<Void> setAside(RejectedReport rejected) {
        try {
            var value = rejects.serialize(topics.rejected(), rejected);
            return send(new ProducerRecord<>(
                    topics.rejected(), null, rejected.getAt().toEpochMilli(), null, value));
        } catch (KafkaException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public List<Integer> partitions() {
        return producer.partitionsFor(topics.reports()).stream()
                .map(PartitionInfo::partition)
                .sorted()
                .toList();
    }

    @Override
    public boolean isBehind(int partition, Instant time) {
        return latest.getOrDefault(partition, Long.MIN_VALUE) < time.toEpochMilli();
    }

    @Override
    public CompletableFuture<Void> beat(int partition, Instant time) {
        try {
            return send(ReportRecords.heartbeat(topics.reports(), partition, time));
        } catch (KafkaException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() {
        metrics.close();
        producer.close(LAST_WAIT);
    }

    /** The callback hears of everything, also of what fails before it is sent: the producer's own future adds nothing. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private CompletableFuture<Void> send(ProducerRecord<String, byte[]> message) {
        var kept = new CompletableFuture<Void>();
        producer.send(message, (where, problem) -> {
            if (problem != null) {
                kept.completeExceptionally(problem);
            } else {
                noteTime(where);
                kept.complete(null);
            }
        });
        return kept;
    }

    private void noteTime(RecordMetadata where) {
        if (where.topic().equals(topics.reports())) {
            latest.merge(where.partition(), where.timestamp(), Math::max);
        }
    }
}
