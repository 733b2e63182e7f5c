package dzvin.standalone.command;

import dzvin.ingest.CountryPipelines;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.file.Format;
import dzvin.ingest.file.Mapping;
import dzvin.standalone.archive.ArchiveHistory;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.FileHistory;
import dzvin.standalone.replay.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** History in files, for every command that reads it. */
final class FileOptions {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files, plain or gzip, one after another; a folder is its files by name, or an archive;"
                    + " - is standard input.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = ImportCommand.FormatNames.class,
            description = "Of the files, one of ${COMPLETION-CANDIDATES}.")
    private Optional<String> format;

    @Option(
            names = "--mapping",
            paramLabel = "M.yaml",
            description = "What the columns mean; needed for csv, possible for ndjson.")
    private Optional<Path> mapping;

    boolean areNamed() {
        return !files.isEmpty() || format.isPresent() || mapping.isPresent();
    }

    /** The folder of the archive that is named, if one is. */
    Optional<Path> archive() {
        boolean others = mapping.isPresent()
                || format.filter(name -> !name.equals("avro")).isPresent();
        if (others || files.stream().noneMatch(ArchiveHistory::isOne)) {
            return Optional.empty();
        }
        if (files.size() > 1) {
            throw new UsageException("an archive stands alone: name one folder");
        }
        return Optional.of(files.get(0));
    }

    /** What is read, in words that other files or another reading of them do not have. */
    String task() {
        if (files.contains(Path.of("-"))) {
            throw new UsageException("standard input cannot be read a second time: leave out --resume, or name a file");
        }
        var all = new ArrayList<>(FileHistory.filesOf(files));
        all.stream().filter(file -> !Files.isRegularFile(file)).findFirst().ifPresent(pipe -> {
            throw new UsageException(pipe + " is no file that can be read a second time: leave out --resume");
        });
        mapping.ifPresent(all::add);
        return FileTask.of(all) + " as " + format.orElse("");
    }

    /** Files and folders that are read. */
    List<Path> read() {
        return Stream.concat(files.stream(), mapping.stream()).toList();
    }

    /** Whether reports in the files have been through ingest. */
    boolean areReady() {
        return format.filter(Format.AVRO.toString()::equals).isPresent();
    }

    FileHistory open(PipelineSettings settings, int partitions, Progress progress) {
        if (files.isEmpty()) {
            throw new UsageException("name at least one file of history");
        }
        var source = new FileHistory.Source(files, knownFormat(), mapping.map(Mapping::read));
        var pipelines = new CountryPipelines(settings, Clock.systemUTC());
        return FileHistory.open(source, pipelines, partitions, progress);
    }

    private Format knownFormat() {
        return format.flatMap(Format::named)
                .orElseThrow(() -> new UsageException("--format must be one of " + Format.names()
                        + format.map(name -> ", got " + name).orElse("")));
    }
}
