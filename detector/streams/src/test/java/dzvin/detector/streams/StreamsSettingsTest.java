package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {
    @Test
    void anInstanceWithANameIsWaitedForAndEachOfItsThreadsIsAMemberOfItsOwn() {
        var consumer = consumer(Optional.of("detector-a"));

        assertThat(consumer)
                .containsEntry("group.instance.id", "detector-a-3")
                .containsEntry("session.timeout.ms", "45000");
    }

    @Test
    void anInstanceWithoutANameIsReplacedAsSoonAsItsSessionRunsOut() {
        var consumer = consumer(Optional.empty());

        assertThat(consumer).doesNotContainKey("group.instance.id").containsEntry("session.timeout.ms", "10000");
    }

    /** A broker would refuse what a clock that is an hour ahead has stamped, and one machine's clock must not stop all. */
    @Test
    void topicsThatKafkaStreamsMakesHoldAnyTime() {
        assertThat(settings(Optional.empty()))
                .containsEntry("topic.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    }

    @Test
    void storesTakeOnlyWhatIsCommittedIfTheConnectionsSettingsSaySo() {
        var on = new KafkaConnection(
                "localhost:1", URI.create("http://localhost:1"), Map.of("enable.transactional.statestores", "true"));

        assertThat(settings(Optional.empty())).doesNotContainKey("enable.transactional.statestores");
        assertThat(settings(Optional.empty(), on)).containsEntry("enable.transactional.statestores", "true");
    }

    private static Map<String, Object> consumer(Optional<String> instance) {
        return new StreamsConfig(settings(instance)).getMainConsumerConfigs("d", "d-client", 3);
    }

    private static Properties settings(Optional<String> instance) {
        return settings(instance, Rig.connection());
    }

    private static Properties settings(Optional<String> instance, KafkaConnection connection) {
        var layout = new TopicSetup.Layout(1, 1);
        var config = new DetectorConfig("d", Path.of("state"), 4, true, 0, instance, "127.0.0.1", 0, layout);
        var meters = new DetectorMeters(new SimpleMeterRegistry());
        return StreamsSettings.of(config, connection, Topics.LIVE.reports(), meters);
    }
}
