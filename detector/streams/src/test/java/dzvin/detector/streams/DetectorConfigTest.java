package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.schemas.TopicSetup;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorConfigTest {
    private static final Path STATE = Path.of("state");
    private static final TopicSetup.Layout LAYOUT = new TopicSetup.Layout(4, -1);

    @Test
    void aDetectorOnThisMachineNeedsOnlyAFolderAndAPort() {
        var config = DetectorConfig.local(STATE, 8083, LAYOUT);

        assertThat(config.exactlyOnce()).isTrue();
        assertThat(config.host()).isEqualTo("127.0.0.1");
    }

    @Test
    void aDetectorWithoutAThreadIsRefusedByKeyRuleAndValue() {
        assertThatThrownBy(() -> new DetectorConfig("d", STATE, 0, true, 0, "127.0.0.1", 0, LAYOUT))
                .hasMessage("detector.threads must be at least 1, got 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".hidden", "two words", "a/b"})
    void anApplicationIdThatCannotBePartOfATopicNameIsRefused(String id) {
        assertThatThrownBy(() -> new DetectorConfig(id, STATE, 1, true, 0, "127.0.0.1", 0, LAYOUT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("detector.applicationId must be")
                .hasMessageEndingWith("got " + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "host/1", "детектор-1"})
    void aNameOfAnInstanceThatKafkaWouldNotTakeIsRefused(String id) {
        assertThatThrownBy(() -> new DetectorConfig("d", STATE, 1, true, 0, Optional.of(id), "127.0.0.1", 0, LAYOUT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("detector.instanceId must be")
                .hasMessageEndingWith("got " + id);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortThatDoesNotExistIsRefused(int port) {
        assertThatThrownBy(() -> DetectorConfig.local(STATE, port, LAYOUT))
                .hasMessage("detector.port must be 0 to 65535, got " + port);
    }
}
