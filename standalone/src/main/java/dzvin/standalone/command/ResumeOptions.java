package dzvin.standalone.command;

import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.NotesFolder;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a replay that was broken off goes on. */
final class ResumeOptions {
    @Option(
            names = "--resume",
            description =
                    "Keep notes beside --out on how far it is, and go on from those of a run that was broken off.")
    private boolean resume;

    @Option(
            names = "--notes-every",
            paramLabel = "PT10S",
            defaultValue = "PT10S",
            description = "With --resume: how often notes are written; by default every ten seconds.")
    private String every;

    boolean isAskedFor() {
        return resume;
    }

    /** The folder of the notes; the caller closes it. */
    NotesFolder folder(boolean inMemory, Optional<Path> out) {
        if (!inMemory) {
            throw new UsageException("--resume needs --engine core: a replay through the topology begins anew,"
                    + " and removes what a killed one left behind");
        }
        between();
        return NotesFolder.beside(
                out.orElseThrow(() -> new UsageException("--resume needs --out: the notes lie beside that file")));
    }

    Duration between() {
        try {
            var between = Duration.parse(every);
            if (!between.isNegative()) {
                return between;
            }
        } catch (DateTimeException e) {
            throw new UsageException("--notes-every must be a duration such as PT10S, got " + every, e);
        }
        throw new UsageException("--notes-every must not be negative, got " + every);
    }
}
