package dzvin.standalone.archive;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Report;
import dzvin.standalone.detector.PlantedWave;
import dzvin.standalone.replay.LogStretch;
import dzvin.standalone.replay.MergedLogs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of reports with everything in it that an archive must not lose. */
final class ReportsLog implements AutoCloseable {
    static final int PARTITIONS = 3;

    private final KafkaConnection connection;
    private final Topics topics;
    private final AvroSerdes serdes;

    ReportsLog(KafkaConnection connection, String prefix) {
        this.connection = connection;
        this.topics = new Topics(prefix);
        this.serdes = new AvroSerdes(connection);
    }

    /** Half a month of reports, a heartbeat to each partition every six hours, reports that come late, and records that are none. */
    void fill() throws Exception {
        var wave = PlantedWave.reports();
        fill(wave);
        sayStrangeThings(wave.get(wave.size() - 1).getReceivedAt());
    }

    /** A part of the reports, with heartbeats between them. */
    void fill(List<Report> part) throws Exception {
        TopicSetup.ensure(connection, topics, new TopicSetup.Layout(PARTITIONS, 1));
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        var tick = part.get(0).getReceivedAt();
        for (Report report : part) {
            while (tick.isBefore(report.getReceivedAt())) {
                heartbeat(records, tick);
                tick = tick.plus(Duration.ofHours(6));
            }
            records.add(report(report));
        }
        send(records);
    }

    /** A late report, bytes that are no report, and headers. */
    private void sayStrangeThings(Instant end) throws Exception {
        var late = Report.newBuilder()
                .setId("late")
                .setReceivedAt(end.minus(Duration.ofDays(3)))
                .setNumber("+380440000001")
                .build();
        var strange = new ProducerRecord<>(
                topics.reports(), 1, end.toEpochMilli(), bytes("a key"), bytes("no report at all"));
        var headed = report(
                Report.newBuilder(late).setId("headed").setReceivedAt(end).build());
        headed.headers()
                .add("origin", bytes("a desk"))
                .add("origin", bytes("another"))
                .add("empty", null);
        var records = new ArrayList<>(List.of(report(late), strange, headed));
        heartbeat(records, end.plus(Duration.ofHours(1)));
        send(records);
    }

    /** What is in the topic, each partition in its order, as texts that can be compared. */
    List<String> contents() {
        var byPartition = new TreeMap<Integer, List<String>>();
        try (var logs = MergedLogs.open(connection, topics.reports(), LogStretch.ALL)) {
            for (var record = logs.next(); record.isPresent(); record = logs.next()) {
                byPartition
                        .computeIfAbsent(record.get().partition(), partition -> new ArrayList<>())
                        .add(text(record.get()));
            }
        }
        return byPartition.values().stream().flatMap(List::stream).toList();
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        var settings = new TreeMap<>(connection.forClients());
        settings.put("acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<?>>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (Future<?> each : sent) {
                each.get();
            }
        }
    }

    ProducerRecord<byte[], byte[]> report(Report report) {
        byte[] value = serdes.serde(Report.class).serializer().serialize(topics.reports(), report);
        long time = report.getReceivedAt().toEpochMilli();
        return new ProducerRecord<>(topics.reports(), null, time, bytes(PlantedWave.key(report)), value);
    }

    void heartbeat(List<ProducerRecord<byte[], byte[]>> records, Instant at) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            byte[] nothing = null;
            records.add(new ProducerRecord<>(topics.reports(), partition, at.toEpochMilli(), nothing, nothing));
        }
    }

    @Override
    public void close() {
        serdes.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        var headers = new StringBuilder();
        record.headers()
                .forEach(header -> headers.append(header.key()).append('=').append(hex(header.value())));
        return record.partition() + " " + record.offset() + " " + record.timestamp() + " " + hex(record.key()) + " "
                + headers + " " + hex(record.value());
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? "-" : HexFormat.of().formatHex(bytes);
    }
}
