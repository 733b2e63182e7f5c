package dzvin.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dzvin.standalone.process.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that finds a JDK, where there is none to find or nothing may be built. */
class LauncherIT {
    private static final Path SCRIPT = Path.of("../dzvin").toAbsolutePath().normalize();
    private static final Path USUAL_PLACE = Path.of("/usr/lib/jvm");

    /** Nothing that is installed by hand is on it. */
    private static final String PLAIN_PATH = "/usr/bin:/bin";

    @TempDir
    private Path folder;

    private record Ended(int status, String said) {}

    private Ended launch(List<String> starter, Path script, Map<String, String> more)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(starter);
        command.addAll(List.of("sh", script.toString(), "demo", "--help"));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.contains("JAVA"));
        builder.environment().putAll(Map.of("HOME", folder.toString(), "PATH", PLAIN_PATH));
        builder.environment().putAll(more);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        assumeTrue(Files.isDirectory(USUAL_PLACE), "JDKs are not in " + USUAL_PLACE + " here, so none can be hidden");
        try (var hidden = SmallDisk.of(1, USUAL_PLACE)) {
            var ended = launch(hidden.starter(), SCRIPT, Map.of());

            assumeTrue(ended.status() != 0, "there is a JDK outside " + USUAL_PLACE);
            assertThat(ended.said().lines())
                    .containsExactly("dzvin: needs a JDK 17 or newer and found none: install one, for example with "
                            + "\"apt install openjdk-17-jdk-headless\" or \"brew install openjdk\", "
                            + "or name one in DZVIN_JAVA_HOME");
            assertThat(ended.status()).isEqualTo(1);
        }
    }

    @Test
    void aNamedJdkThatIsNoneIsTold() throws Exception {
        var ended = launch(List.of(), SCRIPT, Map.of("DZVIN_JAVA_HOME", folder.toString()));

        assertThat(ended).isEqualTo(new Ended(1, "dzvin: DZVIN_JAVA_HOME names no JDK 17 or newer: " + folder + "\n"));
    }

    @Test
    void aCheckoutThatMayNotBeWrittenToCannotBeBuiltAndIsTold() throws Exception {
        var checkout = Files.createDirectory(folder.resolve("checkout"));
        var script = Files.copy(SCRIPT, checkout.resolve("dzvin"));
        Files.setPosixFilePermissions(checkout, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            var starter = Files.isWritable(checkout)
                    ? List.of("setpriv", "--bounding-set", "-dac_override")
                    : List.<String>of();

            var ended = launch(starter, script, Map.of("DZVIN_JAVA_HOME", System.getProperty("java.home")));

            assertThat(ended)
                    .isEqualTo(new Ended(1, "dzvin: must build first, and " + checkout + " is not writable\n"));
        } finally {
            Files.setPosixFilePermissions(checkout, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
