package dzvin.standalone.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dzvin.standalone.kafka.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of the README, in order, in a folder where everything of the checkout is linked but its data. The
 * default ports are replaced by free ones, in the commands and in the settings alike.
 */
class ReadmeIT {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path README = CHECKOUT.resolve("README.md");
    private static final Set<String> NOT_LINKED = Set.of("data", "target", ".git");

    /** Default ports, as documents and commands name them, and the settings that move them. */
    private static final Map<String, String> PORT_SETTINGS = Map.of(
            "8080", "DZVIN_SINK_PORT",
            "8081", "DZVIN_INGEST_PORT",
            "8082", "DZVIN_EMBEDDED_REGISTRY_PORT",
            "8083", "DZVIN_DETECTOR_PORT",
            "9092", "DZVIN_EMBEDDED_KAFKA_PORT");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyCommandOfTheReadmeDoesWhatItSays() throws IOException {
        linkCheckout();
        var environment = new TreeMap<String, String>();
        var replacements = new TreeMap<String, String>();
        for (var port : PORT_SETTINGS.entrySet()) {
            String free = String.valueOf(Ports.free());
            environment.put(port.getValue(), free);
            replacements.put(":" + port.getKey(), ":" + free);
        }
        environment.put("DZVIN_JAVA_OPTS", "-XX:TieredStopAtLevel=1"); // each is over soon
        environment.put("DZVIN_KAFKA_BOOTSTRAP_SERVERS", "localhost" + replacements.get(":9092"));
        environment.put("DZVIN_SCHEMA_REGISTRY_URL", "http://localhost" + replacements.get(":8082"));
        var session = new ShellSession(folder, environment, replacements);

        return readme().blocks().stream()
                .map(block -> dynamicTest(block.title(), () -> session.play(block)))
                .onClose(session::close);
    }

    @Test
    void noCommandInTheProseOfTheReadmeIsLeftUntested() throws IOException {
        assertThat(readme().quotedButNeverRun()).isEmpty();
    }

    @Test
    void theBuildServerRunsTheTestCommandThatTheReadmeShows() throws IOException {
        String script = Files.readString(CHECKOUT.resolve(".ci/run"), UTF_8);
        String command = script.lines()
                .filter(line -> line.startsWith("readonly test_command=("))
                .map(line -> line.substring(line.indexOf('(') + 1, line.indexOf(')')))
                .findFirst()
                .orElseThrow();

        assertThat(readme().blocks())
                .extracting(ShellBlock::commands)
                .anyMatch(commands -> commands.lines().anyMatch(command::equals));
    }

    private static MarkdownDocument readme() throws IOException {
        assumeTrue(Files.exists(README), "README.md is not written yet");
        return new MarkdownDocument(Files.readString(README, UTF_8));
    }

    private void linkCheckout() throws IOException {
        try (var entries = Files.list(CHECKOUT)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (!NOT_LINKED.contains(name)) {
                    Files.createSymbolicLink(folder.resolve(name), entry);
                }
            }
        }
    }
}
