package dzvin.standalone.archive;

import dzvin.schemas.avro.ArchivedRecord;
import dzvin.standalone.failure.UsageException;
import java.util.Map;
import java.util.TreeMap;

/** Watches that no record is missing between those that are told, partition by partition. */
final class Continuity {
    private final Object archive;
    private final Map<Integer, Long> next = new TreeMap<>();

    Continuity(Object archive) {
        this.archive = archive;
    }

    /** Throws if something is missing right before it. */
    void heard(ArchivedRecord record) {
        var expected = next.put(record.getPartition(), record.getOffset() + 1);
        if (expected != null && expected + record.getSkipped() != record.getOffset()) {
            throw new UsageException("records are missing in the archive " + archive + ": after offset "
                    + (expected - 1) + " of partition " + record.getPartition() + " comes offset "
                    + record.getOffset() + " of " + record.getTimestamp() + "; is the file of a day missing?");
        }
    }
}
