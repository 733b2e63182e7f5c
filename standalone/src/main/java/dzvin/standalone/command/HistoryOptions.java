package dzvin.standalone.command;

import dzvin.ingest.Profile;
import dzvin.standalone.archive.ArchiveHistory;
import dzvin.standalone.config.Installation;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.FileHistory;
import dzvin.standalone.replay.LogBounds;
import dzvin.standalone.replay.LogStretch;
import dzvin.standalone.replay.TopicHistory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which history is told: files, an archive, or the topic of reports. */
final class HistoryOptions {
    private static final long MEBIBYTE = 1 << 20;
    private static final int MOST_PARTITIONS = 1_000;

    @Mixin
    private FileOptions files;

    @Mixin
    private CodebookOption codebook;

    @Option(names = "--topic", description = "The installation's topic of reports instead of files.")
    private boolean topic;

    @Option(
            names = "--from-offsets",
            paramLabel = "P:O,…",
            description = "With --topic: the offset that a partition begins with, such as 0:1200,1:950.")
    private Optional<String> fromOffsets;

    @Option(
            names = "--to-offsets",
            paramLabel = "P:O,…",
            description = "With --topic: the offset that a partition ends before.")
    private Optional<String> toOffsets;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Source partitions that files are spread over; by default as many as `dzvin up` has.")
    private Optional<Integer> partitions;

    /** Throws if what a command writes would take the place of a file that it reads. */
    void spareFrom(Optional<Path> out, Collection<Path> others) {
        var read = new ArrayList<>(files.read());
        codebook.read().ifPresent(read::add);
        read.addAll(others);
        out.ifPresent(file -> OverwriteGuard.require(file, read));
    }

    /** The caller closes it. */
    OpenedHistory open(Installation installation, Optional<Instant> since) {
        return open(installation, since, Optional.empty());
    }

    /** @param stretch of the topic that was begun with */
    OpenedHistory open(Installation installation, Optional<Instant> since, Optional<LogStretch> stretch) {
        if (topic && (files.areNamed() || partitions.isPresent())) {
            throw new UsageException("--topic stands alone: leave out files, --format and --partitions");
        }
        if (!topic && (fromOffsets.isPresent() || toOffsets.isPresent())) {
            throw new UsageException("--from-offsets and --to-offsets are for --topic");
        }
        var archive = files.archive();
        if (archive.isPresent() && partitions.isPresent()) {
            throw new UsageException("an archive has the partitions of its topic: leave out --partitions");
        }
        if (topic) {
            return shown(" records", 1, display -> ofTopic(installation, since, stretch, display));
        }
        return shown(
                " MiB",
                MEBIBYTE,
                display -> archive.isPresent()
                        ? ofArchive(archive.get(), installation, display)
                        : ofFiles(installation, display));
    }

    private static OpenedHistory shown(String unit, long unitSize, Function<ReplayDisplay, OpenedHistory> opening) {
        var display = ReplayDisplay.onStandardError(unit, unitSize);
        try {
            return opening.apply(display);
        } catch (RuntimeException e) {
            display.close();
            throw e;
        }
    }

    private OpenedHistory ofFiles(Installation installation, ReplayDisplay display) {
        var settings = installation.pipeline();
        var history =
                files.open(files.areReady() ? settings : codebook.in(settings), partitions(installation), display);
        var opened = new OpenedHistory(
                history,
                () -> "files " + files.task() + " in " + history.partitions() + " partitions"
                        + (files.areReady() ? "" : " as " + settings.mark()) + codebook.task(),
                LogStretch.ALL,
                profile(installation, history),
                () -> refused(history.refused()),
                display);
        return files.areReady() ? codebook.in(opened) : opened;
    }

    private OpenedHistory ofArchive(Path folder, Installation installation, ReplayDisplay display) {
        var history = ArchiveHistory.open(folder, display);
        return codebook.in(new OpenedHistory(
                history,
                () -> "archive " + FileTask.of(List.of(folder.resolve("SHA256SUMS"))),
                LogStretch.ALL,
                installation.profile(),
                () -> undecodable(history.unreadable()),
                display));
    }

    private OpenedHistory ofTopic(
            Installation installation, Optional<Instant> since, Optional<LogStretch> begunWith, ReplayDisplay display) {
        var from = offsets("--from-offsets", fromOffsets);
        var to = offsets("--to-offsets", toOffsets);
        from.forEach((partition, offset) -> requireBefore(partition, offset, to.getOrDefault(partition, offset)));
        var connection = KafkaReach.require(installation.connection());
        var reports = installation.topics().reports();
        if (!from.isEmpty() || !to.isEmpty()) {
            var bounds = LogBounds.of(connection, reports);
            OffsetsOption.requireWithin(bounds, reports, "--from-offsets", from);
            OffsetsOption.requireWithin(bounds, reports, "--to-offsets", to);
        }
        begunWith.ifPresent(stretch -> requireThere(stretch, LogBounds.of(connection, reports), reports));
        var stretch = begunWith.orElseGet(() -> new LogStretch(since, from, to));
        var history = TopicHistory.open(connection, reports, stretch, display);
        return codebook.in(new OpenedHistory(
                history,
                () -> "topic " + reports + " from " + from + " to " + to,
                history.stretch(),
                installation.profile(),
                () -> undecodable(history.undecodable()),
                display));
    }

    private static void requireBefore(int partition, long from, long to) {
        if (from > to) {
            throw new UsageException("--from-offsets must not be above --to-offsets, got " + from + " and " + to
                    + " for partition " + partition);
        }
    }

    private static void requireThere(LogStretch stretch, LogBounds bounds, String reports) {
        stretch.from().forEach((partition, offset) -> {
            if (!bounds.begins().containsKey(partition) || bounds.begins().get(partition) > offset) {
                throw new UsageException("the replay that was broken off began with offset " + offset
                        + " of partition " + partition + " of " + reports
                        + ", which is gone: it cannot be resumed; leave out --resume");
            }
        });
    }

    private static SortedMap<Integer, Long> offsets(String option, Optional<String> text) {
        return text.map(given -> OffsetsOption.of(option, given)).orElseGet(TreeMap::new);
    }

    /** A source of another country is read as that country reads it. */
    private static Profile profile(Installation installation, FileHistory history) {
        return history.country().flatMap(Profile::ofCountry).orElseGet(installation::profile);
    }

    private int partitions(Installation installation) {
        int number = partitions.orElseGet(() -> installation.embeddedLayout().partitions());
        if (number < 1 || number > MOST_PARTITIONS) {
            throw new UsageException("--partitions must be from 1 to " + MOST_PARTITIONS + ", got " + number);
        }
        return number;
    }

    private static List<String> refused(String reasons) {
        return reasons.isEmpty()
                ? List.of()
                : List.of("not usable and left out: " + reasons + " (dzvin import lists them)");
    }

    private static List<String> undecodable(long records) {
        return records == 0 ? List.of() : List.of("left out, since they cannot be decoded: " + records + " records");
    }
}
