package dzvin.detector.core.watch;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.view.ViewKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who reported what to each key in each of the latest hours: what evidence, overlaps and counts of people are made of. Held in
 * memory; the table is what a restart reads. Used by one thread.
 */
public final class Samples {
    /** The longest scale and a day, in hours: older hours are forgotten. */
    public static final int KEPT_HOURS = 8 * 24;

    private static final String ZEROS = "0000000000";

    private final Table<Cell> table;
    private final Map<String, TreeMap<Long, Cell>> byKey = new HashMap<>();
    private final TreeMap<Long, TreeMap<String, Cell>> byHour = new TreeMap<>();

    public Samples(Table<Cell> table) {
        this.table = table;
        table.forEach((name, cell) ->
                hold(name.substring(ZEROS.length() + 1), Long.parseLong(name.substring(0, ZEROS.length())), cell));
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

    void add(ViewKey key, long hour, Cell cell) {
        var merged = of(key, hour).merge(cell);
        table.put(name(hour) + key.text(), merged);
        hold(key.text(), hour, merged);
    }

    void forgetBefore(long hour) {
        var old = byHour.headMap(hour, false);
        old.forEach((past, cells) -> cells.keySet().forEach(text -> forget(past, text)));
        old.clear();
    }

    private void forget(long hour, String text) {
        table.remove(name(hour) + text);
        var hours = byKey.get(text);
        hours.remove(hour);
        if (hours.isEmpty()) {
            byKey.remove(text);
        }
    }

    private void hold(String text, long hour, Cell cell) {
        byKey.computeIfAbsent(text, any -> new TreeMap<>()).put(hour, cell);
        byHour.computeIfAbsent(hour, any -> new TreeMap<>()).put(text, cell);
    }

    /** Padded, so that hours sort as numbers. */
    private static String name(long hour) {
        var digits = Long.toString(Math.max(0, hour));
        return ZEROS.substring(digits.length()) + digits + "|";
    }
}
