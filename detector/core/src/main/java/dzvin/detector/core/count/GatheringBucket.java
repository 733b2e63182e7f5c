package dzvin.detector.core.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What has come for one bucket from the mergers. */
final class GatheringBucket {
    private static final Comparator<KeyCell> BY_KEY = (one, other) -> {
        int byKey = one.key().compareTo(other.key());
        return byKey == 0 ? Long.compare(one.bucket(), other.bucket()) : byKey;
    };

    /** In the order in which they come, which for one merger is the order of keys already. */
    private final Map<Arrival, List<KeyCell>> cells = new EnumMap<>(Arrival.class);

    private final List<BucketClosed> marks = new ArrayList<>();
    private final WaitingBatches<CellBatch> batches;

    GatheringBucket(WaitingBatches<CellBatch> batches) {
        this.batches = batches;
        for (Arrival arrival : Arrival.values()) {
            cells.put(arrival, new ArrayList<>());
        }
    }

    /** Takes the place of the same cell that came before. */
    void put(TravellingCell cell) {
        cells.get(cell.arrival()).add(cell.cell());
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

    /** What has come as batches. */
    WaitingBatches<CellBatch> batches() {
        return batches;
    }

    ClosedBucket closed(long bucket, SortedMap<String, LiveKeys> live) {
        batches.forEach(batch -> batch.cells().forEach(this::put));
        return new ClosedBucket(
                bucket, arrived(Arrival.ON_TIME), arrived(Arrival.EARLIER), arrived(Arrival.LATE), live);
    }

    private List<KeyCell> arrived(Arrival arrival) {
        var sorted = cells.get(arrival);
        sorted.sort(BY_KEY);
        var arrived = new ArrayList<KeyCell>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            boolean replaced = i + 1 < sorted.size() && BY_KEY.compare(sorted.get(i), sorted.get(i + 1)) == 0;
            if (!replaced) {
                arrived.add(sorted.get(i));
            }
        }
        return arrived;
    }
}
