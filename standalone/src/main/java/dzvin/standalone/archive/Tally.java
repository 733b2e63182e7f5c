package dzvin.standalone.archive;

import dzvin.schemas.avro.ArchivedRecord;
import dzvin.schemas.avro.Report;
import java.util.concurrent.TimeUnit;

/** Counts records by what they are, from its making on. */
final class Tally {
    private final long begun = System.nanoTime();
    private long reports;
    private long heartbeats;
    private long unreadable;

    void count(ArchivedRecord record) {
        if (record.getValue() == null) {
            heartbeats++;
        } else if (record.getValue() instanceof Report) {
            reports++;
        } else {
            unreadable++;
        }
    }

    long records() {
        return reports + heartbeats + unreadable;
    }

    long reports() {
        return reports;
    }

    long unreadable() {
        return unreadable;
    }

    ArchiveFigures figures(int files, long bytes) {
        double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
        return new ArchiveFigures(reports, heartbeats, unreadable, files, bytes, seconds);
    }
}
