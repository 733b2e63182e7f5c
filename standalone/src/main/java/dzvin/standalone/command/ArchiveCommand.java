package dzvin.standalone.command;

import dzvin.standalone.archive.ArchiveFigures;
import dzvin.standalone.archive.Archiver;
import dzvin.standalone.archive.Restoration;
import dzvin.standalone.config.Installation;
import dzvin.standalone.failure.UsageException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dzvin archive}: the topic of reports into files, and back. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = {
            "Takes the topic of reports into compressed Avro files, one for each day (UTC), with a list of checksums.",
            "Run again, it adds what is new; killed, it goes on where it stopped. dzvin replay DIR replays an archive."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:archived or restored", "1:failed, run it again", "2:wrong usage or bad archive"})
final class ArchiveCommand implements Runnable {
    private static final long MEBIBYTE = 1 << 20;

    @Mixin
    private final ConfigOption config;

    @Parameters(paramLabel = "DIR", description = "The folder of the archive; made if it is missing.")
    private Path folder;

    @Option(
            names = "--restore",
            description = "The other way round: writes the archive into the topic, which must hold nothing else.")
    private boolean restore;

    @Option(names = "--since", paramLabel = "DAY", description = "The day (UTC) with which a new archive begins.")
    private Optional<String> since;

    @Option(names = "--until", paramLabel = "DAY", description = "Only days (UTC) before this one.")
    private Optional<String> until;

    @Option(names = "--json", description = "Print the figures as one JSON object, last on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    ArchiveCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        if (restore && (since.isPresent() || until.isPresent())) {
            throw new UsageException("--restore brings back the whole archive: leave out --since and --until");
        }
        var from = since.map(day -> day("--since", day));
        var to = until.map(day -> day("--until", day));
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new UsageException("--since must be before --until, got " + from.get() + " and " + to.get());
        }
        var installation = config.installation();
        if (restore) {
            restore(installation);
        } else {
            archive(installation, from, to);
        }
    }

    private void archive(Installation installation, Optional<LocalDate> from, Optional<LocalDate> to) {
        var connection = KafkaReach.require(installation.connection());
        ArchiveFigures figures;
        try (var display = ReplayDisplay.onStandardError("Archive", " records", 1)) {
            var archiver =
                    new Archiver(folder, connection, installation.topics().reports(), display);
            figures = archiver.run(from, to);
        }
        print(figures.sentence("archived"), figures.json());
    }

    private void restore(Installation installation) {
        ArchiveFigures figures;
        try (var display = ReplayDisplay.onStandardError("Restore", " MiB", MEBIBYTE)) {
            var topics = installation.topics();
            var restoration = new Restoration(folder, installation.connection(), topics, display);
            KafkaReach.require(installation.connection());
            figures = restoration.run(installation.layout().replication());
        }
        print(figures.sentence("restored"), figures.json());
    }

    private void print(String sentence, String figures) {
        var out = spec.commandLine().getOut();
        out.println(sentence);
        if (json) {
            out.println(figures);
        }
        out.flush();
    }

    private static LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException(option + " must be a day such as 2025-07-02, got " + text, e);
        }
    }
}
