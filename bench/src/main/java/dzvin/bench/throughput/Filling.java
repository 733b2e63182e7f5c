package dzvin.bench.throughput;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Fills a topic of reports before anybody runs on it, as ingest does: lz4, keyed by number. */
final class Filling {
    private static final Duration AFTER = Duration.ofHours(1);

    private final KafkaConnection connection;
    private final int partitions;

    Filling(KafkaConnection connection, int partitions) {
        this.connection = connection;
        this.partitions = partitions;
    }

    Course fill(Shape shape, StreamSize size, Duration atMost) {
        return fill(shape.prefix(), shape, size, atMost);
    }

    /** @param prefix of the topics */
    Course fill(String prefix, Shape shape, StreamSize size, Duration atMost) {
        var topics = new Topics(prefix);
        TopicSetup.ensure(connection, topics, new TopicSetup.Layout(partitions, 1));
        Iterator<Report> reports;
        Instant end;
        if (shape == Shape.FTC) {
            var days = FtcReports.of(size.reports());
            reports = days;
            end = days.end();
        } else {
            reports = new MadeReports(shape, size);
            end = MadeReports.end(size);
        }
        send(topics.reports(), reports, end.plus(AFTER));
        return new Course(
                connection.bootstrapServers(),
                connection.schemaRegistry(),
                prefix,
                partitions,
                size.reports(),
                end,
                atMost);
    }

    @SuppressWarnings(
            "FutureReturnValueIgnored") // flush waits for all; a topic of this machine's own broker takes them
    private void send(String topic, Iterator<Report> reports, Instant end) {
        var settings = new TreeMap<>(connection.forClients());
        settings.putAll(Map.of("compression.type", "lz4", "linger.ms", "20", "batch.size", "131072"));
        try (var serdes = new AvroSerdes(connection);
                var producer = new KafkaProducer<>(
                        settings,
                        new StringSerializer(),
                        serdes.serde(Report.class).serializer())) {
            while (reports.hasNext()) {
                var report = reports.next();
                var key = Optional.ofNullable(report.getNumber()).orElse(report.getId());
                producer.send(
                        new ProducerRecord<>(topic, null, report.getReceivedAt().toEpochMilli(), key, report));
            }
            for (int partition = 0; partition < partitions; partition++) {
                producer.send(heartbeat(topic, partition, end));
            }
            producer.flush();
        }
    }

    /** Tells every partition the time. */
    @SuppressWarnings("FutureReturnValueIgnored") // flush waits for all
    void tick(Course course, Instant at) {
        try (var serdes = new AvroSerdes(connection);
                var producer = new KafkaProducer<>(
                        new TreeMap<>(connection.forClients()),
                        new StringSerializer(),
                        serdes.serde(Report.class).serializer())) {
            for (int partition = 0; partition < partitions; partition++) {
                producer.send(heartbeat(course.topics().reports(), partition, at));
            }
            producer.flush();
        }
    }

    private static ProducerRecord<String, Report> heartbeat(String topic, int partition, Instant at) {
        Long time = at.toEpochMilli();
        String nobody = null;
        Report nothing = null;
        return new ProducerRecord<>(topic, partition, time, nobody, nothing);
    }
}
