package dzvin.detector.core.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has come for one bucket from the mergers. */
final class GatheringBucket {
    private static final Comparator<KeyCell> BY_KEY =
            Comparator.comparing(KeyCell::key).thenComparing(KeyCell::bucket);

    private final TreeMap<String, TravellingCell> cells = new TreeMap<>();
    private final List<BucketClosed> marks = new ArrayList<>();

    void put(TravellingCell cell) {
        cells.put(cell.tableKey(), cell);
    }

    void put(BucketClosed mark) {
        marks.add(mark);
    }

    boolean hasCells() {
        return !cells.isEmpty();
    }

    List<BucketClosed> marks() {
        return marks;
    }

    /** Rows of the table of cells that this bucket is made of. */
    List<String> rows() {
        return List.copyOf(cells.keySet());
    }

    ClosedBucket closed(long bucket, SortedMap<String, LiveKeys> live) {
        return new ClosedBucket(
                bucket, arrived(Arrival.ON_TIME), arrived(Arrival.EARLIER), arrived(Arrival.LATE), live);
    }

    private List<KeyCell> arrived(Arrival arrival) {
        return cells.values().stream()
                .filter(cell -> cell.arrival() == arrival)
                .map(TravellingCell::cell)
                .sorted(BY_KEY)
                .toList();
    }
}
