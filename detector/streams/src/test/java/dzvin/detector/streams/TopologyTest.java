package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of processors, stores and topics are an interface: a changed one loses state on an upgrade. */
class TopologyTest {
    private static final Path WRITTEN_DOWN = Path.of("topology.txt");

    private final DetectorMeters meters = new DetectorMeters(new SimpleMeterRegistry());

    @TempDir
    Path stateDir;

    @Test
    void theTopologyIsTheOneThatIsWrittenDown() throws IOException {
        assertThat(topology().describe().toString())
                .as(
                        "if the change is intended: copy the description to topology.txt, and write a changelog line that says"
                                + " whether state stays compatible")
                .isEqualTo(Files.readString(WRITTEN_DOWN));
    }

    @Test
    void noNameIsLeftToKafkaStreams() {
        assertThat(topology().describe().toString()).doesNotContainPattern("KSTREAM-|KTABLE-");
    }

    @Test
    void kafkaStreamsTakesItWithExplicitNamesEnforced() {
        try (var streams = new org.apache.kafka.streams.KafkaStreams(topology(), Rig.settings(stateDir, meters))) {
            assertThat(streams.state()).isEqualTo(org.apache.kafka.streams.KafkaStreams.State.CREATED);
        }
    }

    private Topology topology() {
        return new DetectorTopology(Rig.topics(), Policies.everyView(), 3, meters).build();
    }
}
