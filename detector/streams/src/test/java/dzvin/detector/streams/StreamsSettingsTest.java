package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

    private static Map<String, Object> consumer(Optional<String> instance) {
        var layout = new TopicSetup.Layout(1, 1);
        var config = new DetectorConfig("d", Path.of("state"), 4, true, 0, instance, "127.0.0.1", 0, layout);
        var meters = new DetectorMeters(new SimpleMeterRegistry());
        var settings = StreamsSettings.of(config, Rig.connection(), Topics.LIVE.reports(), meters);
        return new StreamsConfig(settings).getMainConsumerConfigs("d", "d-client", 3);
    }
}
