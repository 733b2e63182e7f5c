package dzvin.detector.core.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The cells that leave with one bucket, by key and source partition. */
final class MergingBucket {
    private static final Comparator<Slot> BY_KEY = (one, other) -> {
        int byKey = one.cell().cell().key().compareTo(other.cell().cell().key());
        return byKey == 0 ? Integer.compare(one.source(), other.source()) : byKey;
    };
    /** Late cells first: those on time are then the newest of their key, whatever else has come. */
    private static final Comparator<Slot> LATE_FIRST = Comparator.<Slot, Arrival>comparing(
                    slot -> slot.cell().arrival(), Comparator.reverseOrder())
            .thenComparing(slot -> slot.cell().cell().key())
            .thenComparing(slot -> slot.cell().cell().bucket())
            .thenComparing(Slot::source);

    /**
     * In the order in which they come: each source partition tells its keys in their order, of which the sort makes use. So they are
     * brought together by sorting, which takes neither hashing nor an object for each key.
     */
    private final List<Slot> onTime = new ArrayList<>();

    private final List<Slot> late = new ArrayList<>();
    private final WaitingBatches<SourceBatch> batches;

    MergingBucket(WaitingBatches<SourceBatch> batches) {
        this.batches = batches;
    }

    /** Takes the place of a slot of the same cell and source partition that came before. */
    void put(Slot slot) {
        (slot.cell().arrival() == Arrival.ON_TIME ? onTime : late).add(slot);
    }

    /** What has come as batches. */
    WaitingBatches<SourceBatch> batches() {
        return batches;
    }

    /** All cells, each over all source partitions. */
    List<TravellingCell> cells() {
        batches.forEach(came -> came.batch().cells().forEach(cell -> put(new Slot(came.source(), cell))));
        var cells = new ArrayList<TravellingCell>(late.size() + onTime.size());
        late.sort(LATE_FIRST);
        merge(late, cells);
        onTime.sort(BY_KEY);
        merge(onTime, cells);
        return cells;
    }

    /** Slots of one cell stand side by side, nearly always a single one, as numbers have their source partition. */
    private static void merge(List<Slot> sorted, List<TravellingCell> cells) {
        int from = 0;
        while (from < sorted.size()) {
            int to = from + 1;
            while (to < sorted.size() && areOfOneCell(sorted.get(from), sorted.get(to))) {
                to++;
            }
            var first = sorted.get(from).cell();
            cells.add(to == from + 1 ? first : merged(first, sorted.subList(from, to)));
            from = to;
        }
    }

    private static boolean areOfOneCell(Slot one, Slot other) {
        var cell = one.cell();
        var another = other.cell();
        return cell.cell().key().equals(another.cell().key())
                && cell.cell().bucket() == another.cell().bucket()
                && cell.arrival() == another.arrival();
    }

    private static TravellingCell merged(TravellingCell first, List<Slot> slots) {
        var sum = Cell.EMPTY;
        for (int i = 0; i < slots.size(); i++) {
            boolean replaced = i + 1 < slots.size()
                    && slots.get(i + 1).source() == slots.get(i).source();
            sum = replaced ? sum : sum.merge(slots.get(i).cell().cell().cell());
        }
        var cell = first.cell();
        return new TravellingCell(first.closing(), first.arrival(), new KeyCell(cell.key(), cell.bucket(), sum));
    }
}
