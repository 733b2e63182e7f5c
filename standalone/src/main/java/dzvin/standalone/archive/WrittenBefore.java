package dzvin.standalone.archive;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.ArchivedRecord;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.LogBounds;
import dzvin.standalone.replay.LogStretch;
import dzvin.standalone.replay.MergedLogs;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a topic holds already when an archive is restored into it: nothing, or what a killed restoration wrote. Then each partition holds
 * the archive's first records, as many as there are; the last of them is compared, since a partition is written in its order.
 */
final class WrittenBefore {
    private final Map<Integer, Long> counts = new TreeMap<>();
    private final Map<Integer, ArchivedRecord> last = new TreeMap<>();

    private WrittenBefore() {}

    static WrittenBefore in(String topic, LogBounds bounds, KafkaConnection connection, RecordCodec codec) {
        var before = new WrittenBefore();
        var from = new TreeMap<Integer, Long>();
        bounds.ends().forEach((partition, end) -> {
            long begin = bounds.begins().get(partition);
            before.counts.put(partition, end - begin);
            from.put(partition, Math.max(begin, end - 1));
        });
        try (var logs = MergedLogs.open(connection, topic, new LogStretch(Optional.empty(), from, bounds.ends()))) {
            for (var record = logs.next(); record.isPresent(); record = logs.next()) {
                before.last.put(record.get().partition(), codec.archived(record.get(), 0));
            }
        }
        return before;
    }

    boolean isNothing() {
        return last.isEmpty();
    }

    /** Throws unless the topic holds the beginning of each partition of the archive, and nothing else. */
    void requireBeginningOf(ArchiveRecords archive, String topic) {
        var found = new Position();
        archive.forEach(record -> {
            long number = found.next(record.getPartition());
            var there = last.get(record.getPartition());
            if (there != null && number == counts.get(record.getPartition()) && isSame(record, there)) {
                found.matched++;
            }
        });
        if (found.matched < last.size()) {
            throw new UsageException("the topic " + topic + " holds other records than the beginning of the archive:"
                    + " restore into a topic that nobody writes to, for instance with another topics.prefix");
        }
    }

    /** Records in the order of the archive that are in the topic already are left out. */
    Position position() {
        return new Position();
    }

    /** Counts the records of each partition. */
    final class Position {
        private final Map<Integer, Long> heard = new TreeMap<>();
        private int matched;

        /** Whether the next record of a partition is in the topic already. */
        boolean isWritten(int partition) {
            return next(partition) <= counts.get(partition);
        }

        private long next(int partition) {
            return heard.merge(partition, 1L, Long::sum);
        }
    }

    private static boolean isSame(ArchivedRecord one, ArchivedRecord other) {
        return one.getTimestamp().equals(other.getTimestamp())
                && Objects.equals(one.getKey(), other.getKey())
                && Objects.equals(one.getValue(), other.getValue());
    }
}
