package dzvin.standalone.detector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.detector.core.policy.Policies;
import dzvin.detector.streams.DetectorApp;
import dzvin.detector.streams.DetectorConfig;
import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Report;
import dzvin.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One installation on a Kafka that is there already: its topics, its detector, what it is told and what it says. */
final class Desk {
    /** The frame of a schema's id; it may differ from registry to registry. */
    private static final int FRAME = 5;

    private final KafkaConnection connection;
    private final Topics topics;
    private final Path stateDir;
    private final TopicSetup.Layout layout;

    Desk(KafkaConnection connection, String prefix, int partitions, Path stateDir) {
        this(connection, prefix, new TopicSetup.Layout(partitions, 1), stateDir);
    }

    Desk(KafkaConnection connection, String prefix, TopicSetup.Layout layout, Path stateDir) {
        this.connection = connection;
        this.topics = new Topics(prefix);
        this.layout = layout;
        this.stateDir = stateDir;
        TopicSetup.ensure(connection, topics, layout);
    }

    Topics topics() {
        return topics;
    }

    DetectorApp detector(int threads, Telemetry telemetry) {
        return detector(stateDir, threads, Optional.empty(), telemetry);
    }

    /** One of several instances, with a name or without. */
    DetectorApp instance(String folder, Optional<String> name, Telemetry telemetry) {
        return detector(stateDir.resolve(folder), 1, name, telemetry);
    }

    private DetectorApp detector(Path state, int threads, Optional<String> name, Telemetry telemetry) {
        var config = new DetectorConfig(
                topics.prefix() + "-detector", state, threads, true, 0, name, "127.0.0.1", 0, layout);
        return new DetectorApp(config, connection, topics, Policies.shipped("ua"), telemetry);
    }

    /** Sends reports in their order, with the time at which they were received. */
    void tell(List<Report> reports) throws ExecutionException, InterruptedException {
        try (var serdes = new AvroSerdes(connection)) {
            tell(reports, serdes.serde(Report.class).serializer());
        }
    }

    /** The same, in another form of a report. */
    void tell(List<Report> reports, Serializer<Report> values) throws ExecutionException, InterruptedException {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (Report report : reports) {
            byte[] value = values.serialize(topics.reports(), report);
            records.add(new ProducerRecord<>(
                    topics.reports(), null, report.getReceivedAt().toEpochMilli(), PlantedWave.key(report), value));
        }
        send(records);
    }

    void tell(byte[] bytes, Instant at) throws ExecutionException, InterruptedException {
        send(List.of(new ProducerRecord<>(topics.reports(), 0, at.toEpochMilli(), "key", bytes)));
    }

    /** A heartbeat to every partition. */
    void tick(Instant at) throws ExecutionException, InterruptedException {
        for (int partition = 0; partition < layout.partitions(); partition++) {
            tick(partition, at);
        }
    }

    /** A heartbeat to one partition. */
    void tick(int partition, Instant at) throws ExecutionException, InterruptedException {
        String nobody = null;
        byte[] nothing = null;
        send(List.of(new ProducerRecord<>(topics.reports(), partition, at.toEpochMilli(), nobody, nothing)));
    }

    /** The partition that a report goes to. */
    int partitionOf(Report report) {
        return BuiltInPartitioner.partitionForKey(PlantedWave.key(report).getBytes(UTF_8), layout.partitions());
    }

    private void send(List<ProducerRecord<String, byte[]>> records) throws ExecutionException, InterruptedException {
        var settings = new TreeMap<>(connection.forClients());
        settings.put("acks", "all");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), (String topic, byte[] bytes) -> bytes)) {
            var sent = new ArrayList<Future<?>>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (Future<?> each : sent) {
                each.get();
            }
        }
    }

    /** How many records of the reports, and of the detector's own topics, it has not committed yet; it need not run in this process. */
    long unread() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(connection.forClients())) {
            var read = admin.listConsumerGroupOffsets(topics.prefix() + "-detector")
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            read.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
            for (int partition = 0; partition < layout.partitions(); partition++) {
                ends.put(new TopicPartition(topics.reports(), partition), OffsetSpec.latest());
            }
            return admin.listOffsets(ends).all().get().entrySet().stream()
                    .mapToLong(end -> unread(
                            end.getValue().offset(),
                            Optional.ofNullable(read.get(end.getKey())).map(OffsetAndMetadata::offset)))
                    .sum();
        }
    }

    /** The last mark of a transaction has an offset, too, and it is not always committed that it was passed. */
    private static long unread(long end, Optional<Long> read) {
        return Math.max(0, end - read.orElse(0L) - 1);
    }

    /** Everything that is committed in a topic of one partition, as texts that can be compared. */
    List<String> said(String topic) {
        return committed(topic).stream()
                .map(record -> record.timestamp() + " " + record.key() + " " + hex(record.value()))
                .toList();
    }

    /** The headers of everything that is committed in a topic of one partition. */
    List<Map<String, String>> headers(String topic) {
        var all = new ArrayList<Map<String, String>>();
        for (var record : committed(topic)) {
            var headers = new TreeMap<String, String>();
            record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            all.add(headers);
        }
        return all;
    }

    /** The newest value of each key, for a compacted topic: how much of the older ones is left is Kafka's affair. */
    Map<String, String> newest(String topic) {
        var newest = new TreeMap<String, String>();
        committed(topic).forEach(record -> newest.put(record.key(), record.timestamp() + " " + hex(record.value())));
        return newest;
    }

    /** What was told, in the log's order. */
    List<Report> reports() {
        try (var serdes = new AvroSerdes(connection)) {
            var reports = serdes.serde(Report.class).deserializer();
            return log().stream()
                    .map(record -> reports.deserialize(topics.reports(), record.value()))
                    .toList();
        }
    }

    List<Alert> alerts() {
        try (var serdes = new AvroSerdes(connection)) {
            var alerts = serdes.serde(Alert.class).deserializer();
            return committed(topics.alerts()).stream()
                    .map(record -> alerts.deserialize(topics.alerts(), record.value()))
                    .toList();
        }
    }

    /** What is in the logs of reports but for heartbeats, one log after the other. */
    List<ConsumerRecord<String, byte[]>> log() {
        return IntStream.range(0, layout.partitions())
                .mapToObj(partition -> committed(new TopicPartition(topics.reports(), partition)))
                .flatMap(List::stream)
                .filter(record -> record.value() != null)
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> committed(String topic) {
        return committed(new TopicPartition(topic, 0));
    }

    private List<ConsumerRecord<String, byte[]>> committed(TopicPartition partition) {
        var settings = new TreeMap<>(connection.forClients());
        settings.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static String hex(byte[] framed) {
        return HexFormat.of().formatHex(Arrays.copyOfRange(framed, FRAME, framed.length));
    }
}
