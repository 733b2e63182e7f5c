package dzvin.standalone.archive;

import dzvin.detector.streams.avro.ReportCodec;
import dzvin.detector.streams.avro.UnusableReportException;
import dzvin.schemas.avro.ArchivedRecord;
import dzvin.schemas.avro.Report;
import dzvin.standalone.replay.History;
import dzvin.standalone.replay.Progress;
import java.nio.file.Path;

/**
 * An archive as history: what the topic was when it was archived, record by record. A replay of it rings what a replay of the topic
 * rings.
 */
public final class ArchiveHistory implements History {
    private final ArchiveRecords records;
    private final Tally tally = new Tally();
    private long unusable;

    private ArchiveHistory(ArchiveRecords records) {
        this.records = records;
    }

    /** Finds out first whether every file is what was archived. */
    public static ArchiveHistory open(Path folder, Progress progress) {
        return new ArchiveHistory(new ArchiveRecords(ArchiveFolder.open(folder), progress));
    }

    /** Whether a path is an archive. */
    public static boolean isOne(Path path) {
        return ArchiveFolder.isOne(path);
    }

    @Override
    public int partitions() {
        return records.origin().partitions();
    }

    /** As of the topic: nobody knows how it went on. */
    @Override
    public End end() {
        return End.OPEN;
    }

    /** Records that are no readable report or more than can be kept; the live detector sets them aside, so they are left out here. */
    public long unreadable() {
        return tally.unreadable() + unusable;
    }

    @Override
    public void tell(Listener listener) {
        records.forEach(record -> {
            tally.count(record);
            tell(record, listener);
        });
    }

    /** Nothing stays open. */
    @Override
    public void close() {}

    private void tell(int partition, Report report, Listener listener) {
        try {
            ReportCodec.requireUsable(report);
        } catch (UnusableReportException e) {
            unusable++;
            return;
        }
        listener.report(partition, report);
    }

    private void tell(ArchivedRecord record, Listener listener) {
        if (record.getValue() instanceof Report report) {
            tell(record.getPartition(), report, listener);
        } else if (record.getValue() == null) {
            listener.heartbeat(record.getPartition(), record.getTimestamp().toEpochMilli());
        }
    }
}
