package dzvin.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void aReplayHasTopicsOfItsOwn() {
        assertThat(new Topics("dzvin-replay-7").all()).doesNotContainAnyElementsOf(Topics.LIVE.all());
    }

    @Test
    void aPrefixThatKafkaWouldRefuseIsRefused() {
        assertThatThrownBy(() -> new Topics("a b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Topics("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLayoutNamesTheSettingAtFault() {
        assertThatThrownBy(() -> new TopicSetup.Layout(0, 1)).hasMessageStartingWith("topics.partitions");
        assertThatThrownBy(() -> new TopicSetup.Layout(1, 0)).hasMessageStartingWith("topics.replication");
    }

    @Test
    void aConnectionNeverShowsItsSecrets() {
        var connection = new KafkaConnection(
                "localhost:9092", URI.create("http://localhost:8082"), Map.of("basic.auth.user.info", "anna:secret"));

        assertThat(connection.toString()).contains("basic.auth.user.info").doesNotContain("secret");
    }
}
