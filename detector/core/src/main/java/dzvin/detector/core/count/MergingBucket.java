package dzvin.detector.core.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cells that leave with one bucket, by key and source partition. */
final class MergingBucket {
    /** Late cells first: those on time are then the newest of their key, whatever else has come. */
    private static final Comparator<TravellingCell> LATE_FIRST = Comparator.comparing(
                    TravellingCell::arrival, Comparator.reverseOrder())
            .thenComparing(cell -> cell.cell().key())
            .thenComparing(cell -> cell.cell().bucket());

    private final TreeMap<String, SortedMap<Integer, Slot>> slots = new TreeMap<>();

    void put(Slot slot) {
        slots.computeIfAbsent(slot.cell().tableKey(), key -> new TreeMap<>()).put(slot.source(), slot);
    }

    /** Rows of the table of slots that this bucket is made of. */
    List<String> rows() {
        return slots.values().stream()
                .flatMap(sources -> sources.values().stream())
                .map(Slot::tableKey)
                .toList();
    }

    /** All cells, each over all source partitions. */
    List<TravellingCell> cells() {
        var cells = new ArrayList<TravellingCell>(slots.size());
        slots.values().forEach(sources -> cells.add(merged(sources)));
        cells.sort(LATE_FIRST);
        return cells;
    }

    private static TravellingCell merged(SortedMap<Integer, Slot> sources) {
        var first = sources.get(sources.firstKey()).cell();
        var sum =
                sources.values().stream().map(slot -> slot.cell().cell().cell()).reduce(Cell.EMPTY, Cell::merge);
        var key = first.cell().key();
        return new TravellingCell(
                first.closing(), first.arrival(), new KeyCell(key, first.cell().bucket(), sum));
    }
}
