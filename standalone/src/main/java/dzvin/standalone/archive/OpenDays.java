package dzvin.standalone.archive;

import dzvin.schemas.avro.ArchivedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.TreeMap;

/** The days that are being written. A day that is in the archive already grows: its records come first. */
final class OpenDays implements AutoCloseable {
    private final ArchiveFolder archive;
    private final Origin origin;
    private final TreeMap<LocalDate, Day> open = new TreeMap<>();
    private int finished;
    private long bytes;

    private record Day(DayFile file, DayWriter writer) {}

    OpenDays(ArchiveFolder archive, Origin origin) {
        this.archive = archive;
        this.origin = origin;
    }

    void append(LocalDate day, ArchivedRecord record) {
        open.computeIfAbsent(day, this::begin).writer().append(record);
    }

    /** Nothing comes any more for the days before this one: makes them part of the archive, in their order. */
    void finishBefore(LocalDate day) {
        while (!open.isEmpty() && open.firstKey().isBefore(day)) {
            var first = open.firstEntry().getValue();
            var checksum = first.writer().finish();
            archive.add(first.file(), checksum);
            open.pollFirstEntry();
            finished++;
            bytes += size(first.file());
        }
    }

    /** How many files became part of the archive. */
    int finished() {
        return finished;
    }

    /** How long they are together. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        open.values().forEach(day -> day.writer().close());
        open.clear();
    }

    private Day begin(LocalDate day) {
        var before = archive.file(day);
        var file = before.map(DayFile::next).orElseGet(() -> DayFile.first(day));
        var writer = new DayWriter(archive.unfinished(file), origin);
        before.ifPresent(old -> copy(old, writer));
        return new Day(file, writer);
    }

    private void copy(DayFile from, DayWriter to) {
        archive.verify(from);
        try (var reader = new DayReader(archive.path(from))) {
            for (var record = reader.next(); record.isPresent(); record = reader.next()) {
                to.append(record.get());
            }
        }
    }

    private long size(DayFile file) {
        try {
            return Files.size(archive.path(file));
        } catch (IOException e) {
            return 0;
        }
    }
}
