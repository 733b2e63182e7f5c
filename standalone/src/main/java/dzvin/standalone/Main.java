package dzvin.standalone;

import dzvin.standalone.command.CommandLines;
import dzvin.standalone.log.Logging;
import java.nio.file.Path;

/** The {@code dzvin} command. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logging.toFile(logOfThisProcess(), "info");
        System.exit(CommandLines.of(System.getenv()).execute(arguments));
    }

    /** Services log to standard error instead, once they know their configuration. */
    private static Path logOfThisProcess() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "dzvin-" + ProcessHandle.current().pid() + ".log");
    }
}
