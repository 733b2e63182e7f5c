package dzvin.standalone.archive;

import dzvin.schemas.avro.ArchivedRecord;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** All records of an archive, in the order of the files; its making finds out whether every file is what was archived. */
final class ArchiveRecords {
    private static final long RECORDS_BETWEEN_PROGRESS = 256;

    private final ArchiveFolder archive;
    private final List<DayFile> files;
    private final Progress progress;
    private final Origin origin;
    private final long bytes;

    ArchiveRecords(ArchiveFolder archive, Progress progress) {
        this.archive = archive;
        this.files = archive.files();
        this.progress = progress;
        files.forEach(archive::verify);
        this.origin = origin(archive);
        this.bytes = files.stream().mapToLong(this::size).sum();
    }

    /** Whose records they are. */
    Origin origin() {
        return origin;
    }

    /** How many files they are in. */
    int files() {
        return files.size();
    }

    /** How long these files are together. */
    long bytes() {
        return bytes;
    }

    /** Hands them over; throws where one is missing between two others. */
    void forEach(Consumer<ArchivedRecord> consumer) {
        var continuity = new Continuity(archive);
        var tally = new Tally();
        long readBefore = 0;
        for (DayFile file : files) {
            long read = readBefore;
            try (var reader = new DayReader(archive.path(file))) {
                for (var record = reader.next(); record.isPresent(); record = reader.next()) {
                    continuity.heard(record.get());
                    consumer.accept(record.get());
                    tally.count(record.get());
                    tell(read, reader, tally);
                }
            }
            readBefore += size(file);
        }
        progress.replayed(bytes, OptionalLong.of(bytes), tally.reports());
    }

    private void tell(long before, DayReader reader, Tally tally) {
        if (tally.records() % RECORDS_BETWEEN_PROGRESS == 0) {
            progress.replayed(before + reader.bytesRead(), OptionalLong.of(bytes), tally.reports());
        }
    }

    private static Origin origin(ArchiveFolder archive) {
        var origins = archive.files().stream()
                .map(archive::path)
                .map(ArchiveRecords::origin)
                .distinct()
                .toList();
        if (origins.size() != 1) {
            throw new UsageException(
                    origins.isEmpty()
                            ? "the archive " + archive + " is empty"
                            : "the archive " + archive + " holds days of more than one topic: " + origins);
        }
        return origins.get(0);
    }

    private static Origin origin(Path file) {
        try (var reader = new DayReader(file)) {
            return reader.origin();
        }
    }

    private long size(DayFile file) {
        try {
            return Files.size(archive.path(file));
        } catch (IOException e) {
            throw new UsageException("cannot read " + archive.path(file) + ": " + e.getMessage(), e);
        }
    }
}
