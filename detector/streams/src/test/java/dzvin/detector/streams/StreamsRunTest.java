package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsRunTest {
    private final DetectorMeters meters = new DetectorMeters(new SimpleMeterRegistry());

    @TempDir
    Path folder;

    @Test
    void aFolderOfStateThatCannotBeMadeIsToldWithTheKeyToSet() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> run(file.resolve("state")))
                .isInstanceOf(UnusableStateFolderException.class)
                .hasMessageContaining(file.resolve("state").toString())
                .hasMessageContaining("detector.stateDir");
    }

    @Test
    void oneFolderIsForOneDetector() {
        var first = run(folder);
        try {
            assertThatThrownBy(() -> run(folder))
                    .isInstanceOf(UnusableStateFolderException.class)
                    .hasMessageContaining("another process has it");
        } finally {
            first.close();
        }
    }

    private StreamsRun run(Path state) {
        var topology = new DetectorTopology(PlainAvro.topics(), Policies.everyView(), 1, meters).build();
        return new StreamsRun(topology, Rig.settings(state, meters), new SimpleMeterRegistry());
    }
}
