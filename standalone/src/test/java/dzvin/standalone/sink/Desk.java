package dzvin.standalone.sink;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Superseded;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.AlertKind;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.CodeCount;
import dzvin.schemas.avro.Evidence;
import dzvin.schemas.avro.Onset;
import dzvin.schemas.avro.RegionCount;
import dzvin.schemas.avro.SeriesPoint;
import dzvin.schemas.avro.Stage;
import dzvin.standalone.kafka.EmbeddedKafka;
import dzvin.standalone.registry.EmbeddedRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real Kafka and registry with the topics, and somebody who plays the detector. */
final class Desk implements AutoCloseable {
    static final Topics TOPICS = Topics.LIVE;
    private static final Instant START = Instant.parse("2025-07-02T10:00:00Z");

    private final EmbeddedKafka kafka;
    private final EmbeddedRegistry registry;
    private final KafkaConnection connection;
    private final AvroSerdes serdes;

    Desk(Path folder) {
        kafka = new EmbeddedKafka(folder, 0).start();
        registry = new EmbeddedRegistry(connectionTo(kafka.bootstrapServers(), URI.create("http://unused")), 0).start();
        connection = connectionTo(kafka.bootstrapServers(), registry.url());
        serdes = new AvroSerdes(connection);
        TopicSetup.ensure(connection, TOPICS, new TopicSetup.Layout(2, 1));
    }

    static KafkaConnection connectionTo(String servers, URI registry) {
        return new KafkaConnection(servers, registry, EmbeddedKafka.clientSettings());
    }

    KafkaConnection connection() {
        return connection;
    }

    static String alertId(int number) {
        return UUID.nameUUIDFromBytes(new byte[] {1, (byte) (number >> 8), (byte) number})
                .toString();
    }

    static String campaignId() {
        return UUID.nameUUIDFromBytes(new byte[] {2}).toString();
    }

    void ring(int from, int to) {
        try (var producer = new KafkaProducer<>(
                settings(), new StringSerializer(), serdes.serde(Alert.class).serializer())) {
            for (int number = from; number < to; number++) {
                send(producer, new ProducerRecord<>(TOPICS.alerts(), campaignId(), alert(number)));
            }
            producer.flush();
        }
    }

    /** An alert whose bucket is open. */
    void ringEarly(int number) {
        ring(Alert.newBuilder(alert(number)).setEarly(true).build(), List.of());
    }

    /** A final alert that takes the place of an early one. */
    void ringInPlaceOf(int early, int number) {
        ring(alert(number), List.of(UUID.fromString(alertId(early))));
    }

    private void ring(Alert alert, List<UUID> superseded) {
        try (var producer = new KafkaProducer<>(
                settings(), new StringSerializer(), serdes.serde(Alert.class).serializer())) {
            var record = new ProducerRecord<>(TOPICS.alerts(), campaignId(), alert);
            Superseded.write(superseded, record.headers());
            send(producer, record);
            producer.flush();
        }
    }

    void show(Stage stage, String text) {
        try (var producer = new KafkaProducer<>(
                settings(), new StringSerializer(), serdes.serde(Campaign.class).serializer())) {
            send(producer, new ProducerRecord<>(TOPICS.campaigns(), campaignId(), campaign(stage, text)));
            producer.flush();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the flush that follows is waited for
    private static <V> void send(KafkaProducer<String, V> producer, ProducerRecord<String, V> record) {
        producer.send(record);
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(connection.forClients());
        settings.put("acks", "all");
        return settings;
    }

    private static Alert alert(int number) {
        return Alert.newBuilder()
                .setId(UUID.fromString(alertId(number)))
                .setCampaign(UUID.fromString(campaignId()))
                .setKind(AlertKind.UPDATED)
                .setStage(Stage.MASS)
                .setPreviousStage(Stage.MASS)
                .setAt(START.plus(Duration.ofMinutes(number)))
                .setEvidence(evidence("appeal-to-us"))
                .setSummaryUk("Сповіщення " + number)
                .setSummaryEn("Alert number " + number)
                .build();
    }

    private static Campaign campaign(Stage stage, String text) {
        return Campaign.newBuilder()
                .setId(UUID.fromString(campaignId()))
                .setRevision(1)
                .setStage(stage)
                .setRaisedAt(START)
                .setStageSince(START)
                .setUpdatedAt(START)
                .setEvidence(evidence(text))
                .setTotalReports(42)
                .setSeries(List.of(new SeriesPoint(START, 4L, 1.0), new SeriesPoint(START.plusSeconds(3600), 38L, 1.0)))
                .setSummaryUk("Українською: " + text)
                .setSummaryEn("In English: " + text)
                .build();
    }

    private static Evidence evidence(String feature) {
        return Evidence.newBuilder()
                .setOnset(new Onset(START, START.minusSeconds(3600), START.plusSeconds(600)))
                .setWindowFrom(START.minusSeconds(7200))
                .setWindowTo(START.plusSeconds(7200))
                .setReports(42)
                .setExpected(3.0)
                .setPeople(40)
                .setNumbers(41)
                .setRegions(List.of(new RegionCount("UA-32", 30L, 2.0, 1.67), new RegionCount("UA-18", 12L, 1.0, null)))
                .setFeatures(List.of(new CodeCount(feature, 35L)))
                .setFamilies(List.of(new CodeCount(feature, 2L)))
                .setLeadingNumbers(List.of(new CodeCount("+380441230000", 2L)))
                .setEValue(1000.0)
                .build();
    }

    @Override
    public void close() {
        serdes.close();
        registry.close();
        kafka.close();
    }
}
