package dzvin.standalone.replay;

import dzvin.detector.core.Partitioner;
import dzvin.ingest.CountryPipelines;
import dzvin.ingest.file.Format;
import dzvin.ingest.file.Mapping;
import dzvin.ingest.file.ReportFile;
import dzvin.ingest.file.UnusableFileException;
import dzvin.schemas.avro.RejectionReason;
import dzvin.schemas.avro.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Files of reports through ingest's own pipeline, one after another as one history, spread over partitions as Kafka's producers do.
 * Files hold no heartbeats.
 */
public final class FileHistory implements History {
    private final List<Path> files;
    private final Format format;
    private final Optional<Mapping> mapping;
    private final CountryPipelines pipelines;
    private final int partitions;
    private final Progress progress;
    private final OptionalLong total;
    private final Map<RejectionReason, Long> refused = new EnumMap<>(RejectionReason.class);
    private ReportFile open;
    private long readBefore;
    private long reports;

    private FileHistory(Source source, CountryPipelines pipelines, int partitions, Progress progress) {
        this.files = source.files();
        this.format = source.format();
        this.mapping = source.mapping();
        this.pipelines = pipelines;
        this.partitions = partitions;
        this.progress = progress;
        this.total = total(files);
        this.open = ReportFile.open(files.get(0), format, mapping);
    }

    /** Files and what they look like; a folder stands for the files in it, in the order of their names. */
    public record Source(List<Path> files, Format format, Optional<Mapping> mapping) {
        public Source {
            files = HistoryFiles.of(files);
        }
    }

    /**
     * Opens the first of the files.
     *
     * @throws UnusableFileException if it cannot be used
     */
    public static FileHistory open(Source source, CountryPipelines pipelines, int partitions, Progress progress) {
        return new FileHistory(source, pipelines, partitions, progress);
    }

    /** Files that are named, and those in a named folder in the order of their names. */
    public static List<Path> filesOf(List<Path> named) {
        return HistoryFiles.of(named);
    }

    /** Country that the files' mapping names. */
    public Optional<String> country() {
        return open.country();
    }

    /** How many rows or reports could not be used, for which reason, in words; empty if all could. */
    public String refused() {
        return refused.entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public End end() {
        return End.SILENCE;
    }

    @Override
    public void tell(Listener listener) {
        tellOpen(listener);
        for (Path file : files.subList(1, files.size())) {
            readBefore += open.bytesRead();
            close();
            open = ReportFile.open(file, format, mapping);
            tellOpen(listener);
        }
        requireSomeUse();
    }

    /** Files of which nothing can be used are no calm history, but most likely of another format. */
    private void requireSomeUse() {
        if (reports == 0 && !refused.isEmpty()) {
            throw new UnusableFileException("nothing in " + files.get(0)
                    + (files.size() > 1 ? " and the files after it" : "") + " can be used: "
                    + refused() + "; is it of format " + format + "?");
        }
    }

    @Override
    public void close() {
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + open.name(), e);
        }
    }

    private void tellOpen(Listener listener) {
        try (var conveyor = new Conveyor()) {
            conveyor.carry(open, pipelines.pipelineFor(open.country()), batch -> tell(batch, listener));
        }
    }

    private void tell(Batch batch, Listener listener) {
        for (Report report : batch.reports()) {
            var key = Optional.ofNullable(report.getNumber()).orElse(report.getId());
            listener.report(Partitioner.of(key, partitions), report);
        }
        batch.refused().forEach((reason, count) -> refused.merge(reason, count, Long::sum));
        reports += batch.reports().size();
        progress.replayed(readBefore + open.bytesRead(), total, reports);
    }

    private static OptionalLong total(List<Path> files) {
        long total = 0;
        for (Path file : files) {
            try {
                if (!Files.isRegularFile(file)) {
                    return OptionalLong.empty();
                }
                total += Files.size(file);
            } catch (IOException e) {
                throw new UnusableFileException("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        return OptionalLong.of(total);
    }
}
