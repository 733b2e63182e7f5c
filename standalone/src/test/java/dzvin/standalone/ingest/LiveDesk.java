package dzvin.standalone.ingest;

import dzvin.ingest.CountryPipelines;
import dzvin.ingest.IngestApp;
import dzvin.ingest.IngestConfig;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Profile;
import dzvin.ingest.http.Limits;
import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Secret;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.standalone.kafka.EmbeddedKafka;
import dzvin.standalone.registry.EmbeddedRegistry;
import dzvin.telemetry.Telemetry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Ingest as it runs: a real Kafka, a registry, the service in front of them, and a look at its topics. */
final class LiveDesk implements AutoCloseable {
    static final int PARTITIONS = 3;

    private final EmbeddedKafka kafka;
    private final EmbeddedRegistry registry;
    private final KafkaConnection connection;
    private final Telemetry telemetry = new Telemetry();
    private final IngestApp app;

    LiveDesk(Path folder, Duration heartbeat) {
        kafka = new EmbeddedKafka(folder, 0).start();
        registry = new EmbeddedRegistry(connection(URI.create("http://127.0.0.1:1")), 0).start();
        connection = connection(registry.url());
        var pipelines = new CountryPipelines(
                new PipelineSettings(Profile.UA, new Secret("a key of sixteen characters")), Clock.systemUTC());
        var config = new IngestConfig(
                "127.0.0.1", 0, List.of(), Limits.DEFAULT, heartbeat, new TopicSetup.Layout(PARTITIONS, 1), Profile.UA);
        app = new IngestApp(config, connection, Topics.LIVE, telemetry, pipelines.pipeline());
        app.start();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + app.port() + path);
    }

    /** Takes the Kafka away from under the service. */
    void stopKafka() {
        registry.close();
        kafka.close();
    }

    /** Everything in a topic now, partition by partition in its order. */
    <T extends SpecificRecord> List<ConsumerRecord<String, T>> records(String topic, Class<T> type) {
        var records = new ArrayList<ConsumerRecord<String, T>>();
        try (var serdes = new AvroSerdes(connection);
                var consumer = new KafkaConsumer<>(
                        connection.forClients(),
                        new StringDeserializer(),
                        serdes.serde(type).deserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() {
        app.close();
        stopKafka();
        telemetry.close();
    }

    private KafkaConnection connection(URI registryAddress) {
        return new KafkaConnection(kafka.bootstrapServers(), registryAddress, Map.of());
    }
}
