package dzvin.detector.core.watch;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;

/** Who reported what to each key in each of the latest hours: what evidence, overlaps and counts of people are made of. */
public final class Samples {
    /** The longest scale and a day, in hours: older hours are forgotten. */
    public static final int KEPT_HOURS = 8 * 24;

    private static final String ZEROS = "0000000000";

    private final Table<Cell> cells;

    public Samples(Table<Cell> cells) {
        this.cells = cells;
    }

    /** What a key counted in an hour. */
    public Cell of(ViewKey key, long hour) {
        var cell = cells.get(name(hour) + key.text());
        return cell == null ? Cell.EMPTY : cell;
    }

    void add(ViewKey key, long hour, Cell cell) {
        cells.put(name(hour) + key.text(), of(key, hour).merge(cell));
    }

    void forgetBefore(long hour) {
        var old = new ArrayList<String>();
        cells.forEach(name(0), name(hour), (key, cell) -> old.add(key));
        old.forEach(cells::remove);
    }

    /** Padded, so that hours sort as numbers. */
    private static String name(long hour) {
        var digits = Long.toString(Math.max(0, hour));
        return ZEROS.substring(digits.length()) + digits + "|";
    }
}
