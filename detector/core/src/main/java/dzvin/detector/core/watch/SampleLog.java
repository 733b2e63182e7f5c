package dzvin.detector.core.watch;

import dzvin.detector.core.count.Arrival;
import dzvin.detector.core.count.CellBatchWriter;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.count.TravellingCell;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.watch.SampleEntry.Forgotten;
import dzvin.detector.core.watch.SampleEntry.Said;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What {@link Samples} are made of, written down in the order in which it came: a row for all that a bucket brought, and not one for each key,
 * for there may be very many keys, and only a restart reads it. Used by one thread.
 */
final class SampleLog {
    static final TableSpec<SampleEntry> TABLE = TableSpec.forRestart("samples", new SampleEntry.Codec());

    /** From this size on a row is full; far below what a store's page may have, even with the largest cell on top. */
    private static final int FULL = 32 << 10;

    private static final int TEXTS_OF_A_ROW = 500;

    /** Digits of the largest number, so that rows sort as numbers. */
    private static final String ZEROS = "0000000000000000000";

    private final TimeGrid grid;
    private final Table<SampleEntry> table;
    private final CellBatchWriter said = new CellBatchWriter();
    private final TreeMap<Long, List<String>> rowsOfHour = new TreeMap<>();
    private long next;

    SampleLog(TimeGrid grid, Table<SampleEntry> table) {
        this.grid = grid;
        this.table = table;
    }

    /** Hands out everything in its order; before anything else is done with it. */
    void replay(Consumer<SampleEntry> action) {
        table.forEach((row, entry) -> {
            next = Long.parseLong(row) + 1;
            rowsOf(entry.closing()).add(row);
            action.accept(entry);
        });
    }

    /** A cell was counted. It is written with all others of its bucket. */
    void said(long closing, Arrival arrival, KeyCell cell) {
        if (!table.keeps()) {
            return;
        }
        var told = new TravellingCell(closing, arrival, cell);
        if (!said.takes(told) || said.size() >= FULL) {
            writeSaid();
        }
        said.add(told);
    }

    /** Keys are forgotten with all that they have said. */
    void forgotten(long closing, Collection<String> texts) {
        if (!table.keeps()) {
            return;
        }
        writeSaid();
        var all = List.copyOf(texts);
        for (int from = 0; from < all.size(); from += TEXTS_OF_A_ROW) {
            write(new Forgotten(closing, all.subList(from, Math.min(all.size(), from + TEXTS_OF_A_ROW))));
        }
    }

    /** Everything of a bucket has been told. */
    void endBucket() {
        writeSaid();
    }

    /** Drops what came with buckets before an hour. */
    void forgetBefore(long hour) {
        var rows = rowsOfHour.headMap(hour);
        rows.values().forEach(names -> names.forEach(table::remove));
        rows.clear();
    }

    private void writeSaid() {
        if (!said.isEmpty()) {
            write(new Said(said.batch()));
        }
    }

    private void write(SampleEntry entry) {
        var digits = Long.toString(next++);
        var row = ZEROS.substring(digits.length()) + digits;
        table.put(row, entry);
        rowsOf(entry.closing()).add(row);
    }

    private List<String> rowsOf(long closing) {
        return rowsOfHour.computeIfAbsent(grid.hourOf(closing), any -> new ArrayList<>());
    }
}
