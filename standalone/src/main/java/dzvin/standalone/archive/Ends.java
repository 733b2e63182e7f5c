package dzvin.standalone.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where an archive ends, partition by partition: the offset that comes next, and the day that the partition has reached. */
final class Ends {
    private final Map<Integer, Long> next = new TreeMap<>();
    private final Map<Integer, LocalDate> days = new TreeMap<>();
    private Optional<Origin> origin = Optional.empty();

    private Ends() {}

    /** Reads files from the newest back until the last record of every partition is found. */
    static Ends of(ArchiveFolder archive) {
        var ends = new Ends();
        var files = new ArrayList<>(archive.files());
        Collections.reverse(files);
        for (DayFile file : files) {
            if (ends.origin
                    .filter(origin -> ends.next.size() == origin.partitions())
                    .isPresent()) {
                break;
            }
            archive.verify(file);
            ends.read(archive, file);
        }
        return ends;
    }

    /** Whose archive it is; empty if there is nothing in it. */
    Optional<Origin> origin() {
        return origin;
    }

    /** The offset after the last record of each partition that has one. */
    Map<Integer, Long> next() {
        return next;
    }

    /** The day of the last record of a partition; the distant past before its first. */
    LocalDate day(int partition) {
        return days.getOrDefault(partition, LocalDate.MIN);
    }

    void reached(int partition, long offset, LocalDate day) {
        next.put(partition, offset + 1);
        days.put(partition, day);
    }

    private void read(ArchiveFolder archive, DayFile file) {
        var here = new TreeMap<Integer, Long>();
        try (var reader = new DayReader(archive.path(file))) {
            origin = origin.or(() -> Optional.of(reader.origin()));
            for (var record = reader.next(); record.isPresent(); record = reader.next()) {
                here.put(record.get().getPartition(), record.get().getOffset());
            }
        }
        here.forEach((partition, offset) -> {
            if (!next.containsKey(partition)) {
                reached(partition, offset, file.day());
            }
        });
    }
}
