package dzvin.detector.streams;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.RegistryUnavailableException;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Report;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/** What a topology under test is made of. */
final class Rig {
    private Rig() {}

    static KafkaConnection connection() {
        return new KafkaConnection("localhost:1", URI.create("http://localhost:1"), Map.of());
    }

    static DetectorTopics topics() {
        return DetectorTopics.of(Topics.LIVE, new AvroSerdes(connection()));
    }

    static Properties settings(Path stateDir, DetectorMeters meters) {
        var config = DetectorConfig.local(stateDir, 0, new TopicSetup.Layout(1, 1));
        var settings = StreamsSettings.of(config, connection(), Topics.LIVE.reports(), meters);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        return settings;
    }

    /** What a registry that is not there leads to. */
    static RegistryUnavailableException registryAway() {
        try (var serdes = new AvroSerdes(Rig.connection())) {
            serdes.register("any", Report.class);
            throw new AssertionError("a registry answers at port 1");
        } catch (RegistryUnavailableException e) {
            return e;
        }
    }
}
