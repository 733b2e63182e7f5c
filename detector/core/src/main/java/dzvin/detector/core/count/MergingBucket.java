package dzvin.detector.core.count;

import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cells that leave with one bucket, by key and source partition. */
final class MergingBucket {
    private static final Comparator<TravellingCell> BY_KEY =
            (one, other) -> one.cell().key().compareTo(other.cell().key());
    /** Late cells first: those on time are then the newest of their key, whatever else has come. */
    private static final Comparator<TravellingCell> LATE_FIRST = Comparator.comparing(
                    TravellingCell::arrival, Comparator.reverseOrder())
            .thenComparing(BY_KEY)
            .thenComparing(cell -> cell.cell().bucket());

    /** In the order in which they come: each source partition tells its keys in their order, of which the sort makes use. */
    private final Map<ViewKey, Slots> onTime = new LinkedHashMap<>();

    private final Map<Place, Slots> late = new HashMap<>();
    /** By their rows in the table of batches. As bytes: there may be many, and they may wait long. */
    private final Map<String, SourceBatch> batches = new LinkedHashMap<>();

    /** What a cell that is not on time is a cell of. */
    private record Place(Arrival arrival, long bucket, ViewKey key) {}

    void put(Slot slot) {
        var cell = slot.cell();
        var key = cell.cell().key();
        var slots = cell.arrival() == Arrival.ON_TIME
                ? onTime.computeIfAbsent(key, any -> new Slots())
                : late.computeIfAbsent(new Place(cell.arrival(), cell.cell().bucket(), key), any -> new Slots());
        slots.put(slot);
    }

    void put(String row, SourceBatch batch) {
        batches.put(row, batch);
    }

    /** Rows of the table of batches that this bucket is made of. */
    Set<String> rows() {
        return batches.keySet();
    }

    /** All cells, each over all source partitions. */
    List<TravellingCell> cells() {
        for (SourceBatch waiting : batches.values()) {
            waiting.batch().cells().forEach(cell -> put(new Slot(waiting.source(), cell)));
        }
        var cells = new ArrayList<TravellingCell>(late.size() + onTime.size());
        late.values().forEach(slots -> cells.add(slots.merged()));
        cells.sort(LATE_FIRST);
        var inTime = new ArrayList<TravellingCell>(onTime.size());
        onTime.values().forEach(slots -> inTime.add(slots.merged()));
        inTime.sort(BY_KEY);
        cells.addAll(inTime);
        return cells;
    }

    /** One cell's slots: nearly always of a single source partition, as numbers have theirs. */
    private static final class Slots {
        private Slot only;
        private SortedMap<Integer, Slot> several;

        void put(Slot slot) {
            if (several == null && (only == null || only.source() == slot.source())) {
                only = slot;
                return;
            }
            if (several == null) {
                several = new TreeMap<>();
                several.put(only.source(), only);
            }
            several.put(slot.source(), slot);
        }

        TravellingCell merged() {
            if (several == null) {
                return only.cell();
            }
            var first = several.get(several.firstKey()).cell();
            var sum = Cell.EMPTY;
            for (Slot slot : several.values()) {
                sum = sum.merge(slot.cell().cell().cell());
            }
            var cell = first.cell();
            return new TravellingCell(first.closing(), first.arrival(), new KeyCell(cell.key(), cell.bucket(), sum));
        }
    }
}
