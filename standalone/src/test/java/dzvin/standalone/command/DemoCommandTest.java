package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a demo is refused for before it starts anything. */
class DemoCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Map<String, String> more, String... arguments) {
        var environment = new TreeMap<>(more);
        for (String port : new String[] {"SINK", "DETECTOR", "EMBEDDED_KAFKA", "EMBEDDED_REGISTRY"}) {
            environment.putIfAbsent("DZVIN_" + port + "_PORT", "0");
        }
        environment.putIfAbsent("DZVIN_DATA_DIR", folder.toString());
        return CommandLines.of(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "DZVIN_SINK_PORT, the console, --port or sink.port",
        "DZVIN_DETECTOR_PORT, the detector, detector.port",
        "DZVIN_EMBEDDED_KAFKA_PORT, Kafka, embedded.kafkaPort",
        "DZVIN_EMBEDDED_REGISTRY_PORT, the registry, embedded.registryPort"
    })
    void aPortThatIsTakenIsToldWithTheSettingThatMovesIt(String variable, String who, String setting)
            throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());

            assertThat(run(Map.of(variable, port), "demo", "--exit")).isEqualTo(1);

            assertThat(err.toString().lines())
                    .containsExactly("port " + port + ", which " + who
                            + " needs, is taken by another process: stop it, or set " + setting + " to another port");
        }
        assertThat(folder).as("nothing was begun").isEmptyDirectory();
    }

    @Test
    void aPortOfTheCommandLineThatIsTakenIsTold() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());

            assertThat(run(Map.of(), "demo", "--exit", "--port", port)).isEqualTo(1);

            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .startsWith("port " + port + ", which the console ");
        }
    }

    @Test
    void aFileInTheDataFoldersPlaceIsTold() throws IOException {
        var file = Files.createFile(folder.resolve("data"));

        assertThat(run(Map.of("DZVIN_DATA_DIR", file.toString()), "demo", "--exit"))
                .isEqualTo(2);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("cannot use the folder " + file.resolve("demo") + " for the demo (")
                .endsWith("): choose another place with data.dir");
    }

    @Test
    void aProfileThatThereIsNotIsToldWithThoseThereAre() {
        assertThat(run(Map.of(), "demo", "--exit", "--profile", "xx")).isEqualTo(2);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("ua")
                .contains("us");
    }
}
