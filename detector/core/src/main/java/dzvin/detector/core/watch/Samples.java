package dzvin.detector.core.watch;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
    private final Map<String, TreeMap<Long, Cell>> byKey = new HashMap<>();

    public Samples(TimeGrid grid, Table<Cell> table) {
        this.grid = grid;
        this.table = table;
        table.forEach((name, cell) -> hold(
                name.substring(ZEROS.length() + 1),
                grid.hourOf(Long.parseLong(name.substring(0, ZEROS.length()))),
                cell));
    }

    /** What a key counted in an hour. */
    public Cell of(ViewKey key, long hour) {
        return between(key, hour, hour).getOrDefault(hour, Cell.EMPTY);
    }

    /** What a key counted from one hour to another, both inclusive; only hours that have something. */
    public SortedMap<Long, Cell> between(ViewKey key, long from, long to) {
        var hours = byKey.get(key.text());
        return hours == null || from > to ? Collections.emptySortedMap() : hours.subMap(from, true, to, true);
    }

    /** The one cell of a key in a bucket that just closed. */
    void add(KeyCell counted) {
        table.put(name(counted.bucket()) + counted.key().text(), counted.cell());
        hold(counted.key().text(), grid.hourOf(counted.bucket()), counted.cell());
    }

    /** Another cell of a key in a bucket that closed before. */
    void addLate(KeyCell counted) {
        var name = name(counted.bucket()) + counted.key().text();
        var before = table.get(name);
        table.put(name, before == null ? counted.cell() : before.merge(counted.cell()));
        hold(counted.key().text(), grid.hourOf(counted.bucket()), counted.cell());
    }

    void forgetBefore(long hour) {
        var old = new ArrayList<String>();
        table.forEach(name(0), name(grid.firstBucketOf(hour)), (name, cell) -> old.add(name));
        for (String name : old) {
            table.remove(name);
            var text = name.substring(ZEROS.length() + 1);
            var hours = byKey.get(text);
            if (hours != null) {
                hours.headMap(hour, false).clear();
                if (hours.isEmpty()) {
                    byKey.remove(text);
                }
            }
        }
    }

    private void hold(String text, long hour, Cell cell) {
        byKey.computeIfAbsent(text, any -> new TreeMap<>()).merge(hour, cell, Cell::merge);
    }

    /** Padded, so that buckets sort as numbers. */
    private static String name(long bucket) {
        var digits = Long.toString(Math.max(0, bucket));
        return ZEROS.substring(digits.length()) + digits + "|";
    }
}
