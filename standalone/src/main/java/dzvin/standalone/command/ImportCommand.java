package dzvin.standalone.command;

import dzvin.ingest.file.FileImport;
import dzvin.ingest.file.Format;
import dzvin.ingest.file.ImportResult;
import dzvin.ingest.file.Mapping;
import dzvin.ingest.file.RejectedRows;
import dzvin.ingest.file.ReportFile;
import dzvin.ingest.file.TargetFailedException;
import dzvin.ingest.file.UnusableFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dzvin import}: history from a file into the topic of reports, each report once. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a file of reports through ingest's own pipeline into Kafka.",
            "Importing a file again adds nothing; an import that was killed is finished by running it again."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:imported", "1:failed, run it again", "2:wrong usage or bad input file"})
public final class ImportCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final Function<Optional<Path>, ImportDesk> desks;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file, plain or gzip; - is standard input.")
    private Path file;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            completionCandidates = FormatNames.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String format;

    @Option(
            names = "--mapping",
            paramLabel = "M.yaml",
            description = "What the columns mean; needed for csv, possible for ndjson.")
    private Optional<Path> mapping;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where rejected rows are listed; FILE.rejected.csv beside the file by default.")
    private Optional<Path> rejects;

    @Option(names = "--json", description = "Print the figures as one JSON object, last on standard output.")
    private boolean json;

    @Option(names = "--config", paramLabel = "dzvin.yaml", description = "The configuration of the installation.")
    private Optional<Path> config;

    /** The command over whatever installation a configuration file describes; none named: the usual places. */
    public ImportCommand(Function<Optional<Path>, ImportDesk> desks) {
        this.desks = desks;
    }

    @Override
    public Integer call() throws IOException {
        try {
            report(run());
            return DONE;
        } catch (UnusableFileException e) {
            return complain(e.getMessage(), WRONG_USAGE);
        } catch (TargetFailedException e) {
            return complain(e.getMessage(), FAILED);
        }
    }

    private ImportResult run() throws IOException {
        var rejectsFile = rejects.orElseGet(() -> RejectedRows.beside(file));
        try (var reports = ReportFile.open(file, knownFormat(), mapping.map(Mapping::read));
                var desk = desks.apply(config);
                var rejectedRows = RejectedRows.to(notTheFileItself(rejectsFile));
                var display = ImportDisplay.onStandardError()) {
            var pipeline = desk.pipelineFor(reports.country());
            var result = new FileImport(pipeline, desk.target(), rejectedRows, display).run(reports);
            if (result.rejected() > 0) {
                err().println("rejected rows are listed in " + rejectsFile);
            }
            return result;
        }
    }

    private Format knownFormat() {
        return Format.named(format)
                .orElseThrow(() ->
                        new UnusableFileException("--format must be one of " + Format.names() + ", got " + format));
    }

    private Path notTheFileItself(Path rejectsFile) throws IOException {
        if (Files.exists(rejectsFile) && Files.exists(file) && Files.isSameFile(rejectsFile, file)) {
            throw new UnusableFileException("--rejects names the file that is imported: it would be overwritten");
        }
        return rejectsFile;
    }

    private void report(ImportResult result) {
        var out = spec.commandLine().getOut();
        out.println(result.sentence());
        if (json) {
            out.println(result.json());
        }
        out.flush();
    }

    private int complain(String sentence, int status) {
        err().println(sentence);
        err().flush();
        return status;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** The formats' names, for help and completion. */
    static final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of(Format.names().split(", ")).iterator();
        }
    }
}
