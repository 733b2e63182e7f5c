package dzvin.standalone.command;

import dzvin.ingest.file.ImportProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows a person how far an import is. */
interface ImportDisplay extends ImportProgress, AutoCloseable {
    @Override
    void close();

    /** A bar where standard error is a terminal, a line every few seconds where it is not. */
    static ImportDisplay onStandardError() {
        return standardErrorIsTerminal() ? new BarDisplay(System.err) : new LineDisplay(System.err, System::nanoTime);
    }

    /** Java cannot tell for standard error alone; Linux can. Elsewhere plain lines are the safe choice. */
    private static boolean standardErrorIsTerminal() {
        var standardError = Path.of("/proc/self/fd/2");
        try {
            var target = Files.readSymbolicLink(standardError).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
