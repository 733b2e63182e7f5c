package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Exit statuses and what is said, as scripts and people rely on them. */
class CommandLineTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return run(CommandLines.of(Map.of()), arguments);
    }

    private int run(CommandLine commands, String... arguments) {
        return commands.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void everyCommandHasHelpAndAVersion() {
        for (String command : CommandLines.of(Map.of()).getSubcommands().keySet()) {
            assertThat(run(command, "--help")).as(command).isZero();
            assertThat(run(command, "--version")).as(command).isZero();
        }

        assertThat(out.toString()).contains("Usage: dzvin config").contains("Kafka 4.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void noCommandAtAllIsWrongUsageAndTellsWhatThereIs() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: dzvin").contains("config");
    }

    @Test
    void aMistypedCommandIsWrongUsageWithAGuess() {
        assertThat(run("confg")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Unmatched argument at index 0: 'confg'; did you mean config? " + "(dzvin --help says more)");
    }

    @Test
    void aWrongConfigurationIsWrongUsageWithItsLine() throws IOException {
        var file = Files.writeString(folder.resolve("dzvin.yaml"), "sink: {prt: 1}\n");

        assertThat(run("config", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(file + ":1 sink.prt is no setting (did you mean sink.port?), got it");
    }

    @Test
    void settingsInForceArePrinted() {
        assertThat(run("config")).isZero();
        assertThat(out.toString()).contains("sink.port: 8080");
    }

    @Test
    void theUsersMistakeIsTwoTheWorldsRefusalOneAndNeitherHasAStackTrace() {
        assertThat(runFailing(new UsageException("the file is no good"))).isEqualTo(2);
        assertThat(runFailing(new CannotRunException("the port is taken"))).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("the file is no good", "the port is taken");
    }

    @Test
    void aBugSaysThatItIsOneAndWhereTheLogIs() {
        assertThat(runFailing(new IllegalStateException("the impossible"))).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith(
                        "dzvin failing failed on a bug of its own (java.lang.IllegalStateException: the impossible); "
                                + "the details are in ");
    }

    private int runFailing(RuntimeException problem) {
        var commands = CommandLines.of(Map.of());
        commands.addSubcommand(new Failing(problem));
        commands.setExecutionExceptionHandler(commands.getExecutionExceptionHandler()); // for the new one, too
        return run(commands, "failing");
    }

    /** A command that cannot do its work. */
    @Command(name = "failing")
    private record Failing(RuntimeException problem) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw problem;
        }
    }
}
