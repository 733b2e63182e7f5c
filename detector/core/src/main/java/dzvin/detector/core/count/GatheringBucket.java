package dzvin.detector.core.count;

import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** What has come for one bucket from the mergers. */
final class GatheringBucket {
    private static final Comparator<KeyCell> BY_KEY = (one, other) -> {
        int byKey = one.key().compareTo(other.key());
        return byKey == 0 ? Long.compare(one.bucket(), other.bucket()) : byKey;
    };

    private final Map<Arrival, Map<Place, TravellingCell>> cells = new EnumMap<>(Arrival.class);
    private final List<BucketClosed> marks = new ArrayList<>();
    /** By their rows in the table of batches. */
    private final Map<String, CellBatch> batches = new LinkedHashMap<>();

    /** What a cell is a cell of. */
    private record Place(ViewKey key, long bucket) {}

    GatheringBucket() {
        for (Arrival arrival : Arrival.values()) {
            // In the order in which they come, which for one merger is the order of keys already.
            cells.put(arrival, new LinkedHashMap<>());
        }
    }

    void put(TravellingCell cell) {
        var place = new Place(cell.cell().key(), cell.cell().bucket());
        cells.get(cell.arrival()).put(place, cell);
    }

    void put(BucketClosed mark) {
        marks.add(mark);
    }

    boolean hasCells() {
        return !batches.isEmpty() || cells.values().stream().anyMatch(arrived -> !arrived.isEmpty());
    }

    List<BucketClosed> marks() {
        return marks;
    }

    void put(String row, CellBatch batch) {
        batches.put(row, batch);
    }

    /** Rows of the table of batches that this bucket is made of. */
    Set<String> rows() {
        return batches.keySet();
    }

    ClosedBucket closed(long bucket, SortedMap<String, LiveKeys> live) {
        batches.values().forEach(batch -> batch.cells().forEach(this::put));
        return new ClosedBucket(
                bucket, arrived(Arrival.ON_TIME), arrived(Arrival.EARLIER), arrived(Arrival.LATE), live);
    }

    private List<KeyCell> arrived(Arrival arrival) {
        var arrived = new ArrayList<KeyCell>();
        cells.get(arrival).values().forEach(cell -> arrived.add(cell.cell()));
        arrived.sort(BY_KEY);
        return arrived;
    }
}
