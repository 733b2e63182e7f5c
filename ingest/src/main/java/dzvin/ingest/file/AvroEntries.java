package dzvin.ingest.file;

import dzvin.schemas.AvroContainerReader;
import dzvin.schemas.UnreadableContainerException;
import dzvin.schemas.avro.ArchivedRecord;
import dzvin.schemas.avro.Report;
import java.util.Optional;

/**
 * The reports of an Avro container file, ready as they are: of our own schema in whichever version, or of a day of an archive, whose
 * heartbeats and unreadable records are passed over.
 */
final class AvroEntries implements EntryReader {
    private final Source source;
    private final AvroContainerReader records;
    private final boolean archived;
    private long rows;

    AvroEntries(Source source) {
        this.source = source;
        try {
            this.records = AvroContainerReader.open(source.content());
        } catch (UnreadableContainerException e) {
            throw unusable(e);
        }
        this.archived = records.holds(ArchivedRecord.class);
        if (!archived && !records.holds(Report.class)) {
            throw new UnusableFileException(source.name() + " holds records called " + records.recordName()
                    + ": wanted are " + Report.class.getName() + " or days of an archive");
        }
    }

    @Override
    public Optional<Entry> next() {
        try {
            var report = archived ? nextArchived() : records.next(Report.class);
            rows += report.isPresent() ? 1 : 0;
            return report.map(found -> new Entry.Ready(rows, found));
        } catch (UnreadableContainerException e) {
            throw unusable(e);
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    private Optional<Report> nextArchived() throws UnreadableContainerException {
        for (var record = records.next(ArchivedRecord.class);
                record.isPresent();
                record = records.next(ArchivedRecord.class)) {
            if (record.get().getValue() instanceof Report report) {
                return Optional.of(report);
            }
        }
        return Optional.empty();
    }

    private UnusableFileException unusable(UnreadableContainerException problem) {
        return new UnusableFileException(source.name() + " cannot be used: " + problem.getMessage(), problem);
    }
}
