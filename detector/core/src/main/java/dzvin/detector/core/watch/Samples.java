package dzvin.detector.core.watch;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TextMap;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Who reported what to each key in each of the latest hours: what evidence, overlaps and counts of people are made of. Held in
 * memory by the hour. The table, which a restart reads, has the cells as they came, by the bucket: each is written once, however
 * busy its hour. Used by one thread.
 */
public final class Samples {
    /** The longest scale and a day, in hours: older hours are forgotten. */
    public static final int KEPT_HOURS = 8 * 24;

    private static final String ZEROS = "0000000000";

    private final TimeGrid grid;
    private final Table<Cell> table;
    private final TextMap<HourlyCells> byKey = new TextMap<>();
    /** Which keys have something in an hour: what there is to forget when it is over. */
    private final TreeMap<Long, List<HourlyCells>> keysOfHour = new TreeMap<>();

    /** The hour that was last added to, which is nearly always the next one, too, and its keys. */
    private long lastHour = Long.MIN_VALUE;

    private List<HourlyCells> keysOfLastHour = List.of();

    private final TreeMap<Long, List<String>> rowsOfHour = new TreeMap<>();

    public Samples(TimeGrid grid, Table<Cell> table) {
        this.grid = grid;
        this.table = table;
        table.forEach((name, cell) -> {
            long hour = grid.hourOf(Long.parseLong(name.substring(0, ZEROS.length())));
            rowsOf(hour).add(name);
            hold(of(name.substring(ZEROS.length() + 1)), hour, cell);
        });
    }

    /** Each hour from one to another, both inclusive, in which a key counted something, in their order. */
    public void between(ViewKey key, long from, long to, BiConsumer<Long, Cell> action) {
        var hours = byKey.get(key.text());
        if (hours != null) {
            hours.forEach(from, to, action::accept);
        }
    }

    /** The lowest bound, unsigned, of a key's samples from one hour to another, both inclusive. */
    public long lowestBound(ViewKey key, long from, long to) {
        var hours = byKey.get(key.text());
        return hours == null ? Cell.EVERYBODY : hours.lowestBound(from, to);
    }

    /** Says whose cells come next. */
    public void expect(List<KeyCell> cells) {
        var texts = new ArrayList<String>(cells.size());
        for (KeyCell cell : cells) {
            texts.add(cell.key().text());
        }
        byKey.expect(texts);
    }

    /** Those of a key, to be asked and added to. */
    HourlyCells of(ViewKey key) {
        return of(key.text());
    }

    private HourlyCells of(String text) {
        var known = byKey.get(text);
        if (known != null) {
            return known;
        }
        var cells = new HourlyCells(text);
        byKey.put(text, cells);
        return cells;
    }

    /**
     * The one cell of a key in a bucket that just closed.
     *
     * @param cells those of the key
     */
    void add(KeyCell counted, HourlyCells cells) {
        if (table.keeps()) {
            var row = row(counted);
            table.put(row, counted.cell());
            rowsOf(grid.hourOf(counted.bucket())).add(row);
        }
        hold(cells, grid.hourOf(counted.bucket()), counted.cell());
    }

    /**
     * Another cell of a key in a bucket that closed before.
     *
     * @param cells those of the key
     */
    void addLate(KeyCell counted, HourlyCells cells) {
        if (table.keeps()) {
            var row = row(counted);
            var before = table.get(row);
            table.put(row, before == null ? counted.cell() : before.merge(counted.cell()));
            if (before == null) {
                rowsOf(grid.hourOf(counted.bucket())).add(row);
            }
        }
        hold(cells, grid.hourOf(counted.bucket()), counted.cell());
    }

    /** Forgets who spoke lately, which is made again of what is kept: keys that fell silent need not remember it. */
    void forgetRecent() {
        byKey.forEach((text, cells) -> cells.forgetRecent());
    }

    /** Forgets all that some keys have said, by the texts of the keys. */
    void forget(Set<String> texts) {
        var hours = new TreeSet<Long>();
        for (String text : texts) {
            var cells = byKey.remove(text);
            if (cells != null) {
                cells.forEach(Long.MIN_VALUE, Long.MAX_VALUE, (hour, cell) -> hours.add(hour));
            }
        }
        for (long hour : hours) {
            keysOfHour.get(hour).removeIf(cells -> texts.contains(cells.text()));
            rowsOf(hour).removeIf(row -> removedWith(texts, row));
        }
    }

    private boolean removedWith(Set<String> texts, String row) {
        boolean removed = texts.contains(row.substring(ZEROS.length() + 1));
        if (removed) {
            table.remove(row);
        }
        return removed;
    }

    void forgetBefore(long hour) {
        var rows = rowsOfHour.headMap(hour);
        rows.values().forEach(names -> names.forEach(table::remove));
        rows.clear();
        if (lastHour < hour) {
            lastHour = Long.MIN_VALUE;
        }
        var old = keysOfHour.headMap(hour);
        old.values().forEach(keys -> keys.forEach(cells -> forget(cells, hour)));
        old.clear();
    }

    private void forget(HourlyCells cells, long hour) {
        cells.forgetBefore(hour);
        if (cells.isEmpty()) {
            byKey.remove(cells.text());
        }
    }

    private void hold(HourlyCells cells, long hour, Cell cell) {
        if (cells.add(hour, cell)) {
            keysOf(hour).add(cells);
        }
    }

    private List<HourlyCells> keysOf(long hour) {
        if (hour != lastHour) {
            lastHour = hour;
            keysOfLastHour = keysOfHour.computeIfAbsent(hour, any -> new ArrayList<>());
        }
        return keysOfLastHour;
    }

    private List<String> rowsOf(long hour) {
        return rowsOfHour.computeIfAbsent(hour, any -> new ArrayList<>());
    }

    /** Padded, so that buckets sort as numbers. */
    private static String row(KeyCell counted) {
        var digits = Long.toString(Math.max(0, counted.bucket()));
        return ZEROS.substring(digits.length()) + digits + "|" + counted.key().text();
    }
}
