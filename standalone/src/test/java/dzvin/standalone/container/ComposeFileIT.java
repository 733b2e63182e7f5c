package dzvin.standalone.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tools that read our files say of them. */
class ComposeFileIT {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void composeTakesTheFile() throws Exception {
        requireOnPath("docker-compose");

        var said = run(
                "docker-compose", "-f", CHECKOUT.resolve("docker-compose.yml").toString(), "config", "-q");

        assertThat(said).isEmpty();
    }

    @Test
    void prometheusTakesItsConfigurationAndTheAlerts() throws Exception {
        requireOnPath("promtool");

        var said = run(
                "promtool",
                "check",
                "rules",
                CHECKOUT.resolve("docker/prometheus/alerts.yml").toString());

        assertThat(said).contains("SUCCESS");
    }

    private static void requireOnPath(String tool) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(place -> Files.isExecutable(Path.of(place, tool))),
                tool + " is not on the PATH");
    }

    /** What the tool printed; fails unless its exit status is 0. */
    private String run(String... command) throws IOException, InterruptedException {
        var output = folder.resolve("output").toFile();
        int status = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start()
                .waitFor();
        var said = Files.readString(output.toPath(), UTF_8);
        assertThat(status).as(said).isZero();
        return said;
    }
}
