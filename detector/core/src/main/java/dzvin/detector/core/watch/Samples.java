package dzvin.detector.core.watch;

import dzvin.detector.core.count.Arrival;
import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.count.TravellingCell;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.state.TextMap;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.SampleEntry.Forgotten;
import dzvin.detector.core.watch.SampleEntry.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Who reported what to each key in each of the latest hours: what evidence, overlaps and counts of people are made of. Held in
 * memory by the hour; a restart reads the {@link SampleLog}. Used by one thread.
 */
public final class Samples {
    /** What it keeps. */
    public static final TableSpec<?> TABLE = SampleLog.TABLE;

    /** The longest scale and a day, in hours: older hours are forgotten. */
    public static final int KEPT_HOURS = 8 * 24;

    private final TimeGrid grid;
    private final SampleLog log;
    private final TextMap<HourlyCells> byKey = new TextMap<>();
    /** Which keys have something in an hour: what there is to forget when it is over. */
    private final TreeMap<Long, List<HourlyCells>> keysOfHour = new TreeMap<>();

    /** The hour that was last added to, which is nearly always the next one, too, and its keys. */
    private long lastHour = Long.MIN_VALUE;

    private List<HourlyCells> keysOfLastHour = List.of();

    /** @param hour that runs, if anything was kept; all before it have ended */
    public Samples(TimeGrid grid, long hour, Tables tables) {
        this.grid = grid;
        this.log = new SampleLog(grid, tables.table(SampleLog.TABLE));
        log.replay(entry -> restore(entry, hour));
    }

    /** What comes late may be of an hour that is forgotten with the end of the running one, though its row is kept longer. */
    private void restore(SampleEntry entry, long hour) {
        long kept = grid.hourOf(entry.closing()) < hour ? hour - 1 - KEPT_HOURS : Long.MIN_VALUE;
        if (entry instanceof Said said) {
            for (TravellingCell told : said.cells().cells()) {
                long of = grid.hourOf(told.cell().bucket());
                if (of >= kept) {
                    hold(of(told.cell().key()), of, told.cell().cell());
                }
            }
        } else if (entry instanceof Forgotten forgotten) {
            forgetHeld(new HashSet<>(forgotten.texts()));
        }
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
        log.said(counted.bucket(), Arrival.ON_TIME, counted);
        hold(cells, grid.hourOf(counted.bucket()), counted.cell());
    }

    /**
     * Another cell of a key in a bucket that closed before.
     *
     * @param cells those of the key
     * @param closing the bucket that just closed
     */
    void addLate(KeyCell counted, HourlyCells cells, long closing) {
        log.said(closing, Arrival.LATE, counted);
        hold(cells, grid.hourOf(counted.bucket()), counted.cell());
    }

    /** Everything that a bucket has brought was added. */
    public void endBucket() {
        log.endBucket();
    }

    /** Forgets who spoke lately, which is made again of what is kept: keys that fell silent need not remember it. */
    void forgetRecent() {
        byKey.forEach((text, cells) -> cells.forgetRecent());
    }

    /**
     * Forgets all that some keys have said, by the texts of the keys.
     *
     * @param closing the bucket that just closed
     */
    void forget(Set<String> texts, long closing) {
        log.forgotten(closing, texts);
        forgetHeld(texts);
    }

    private void forgetHeld(Set<String> texts) {
        var hours = new TreeSet<Long>();
        for (String text : texts) {
            var cells = byKey.remove(text);
            if (cells != null) {
                cells.forEach(Long.MIN_VALUE, Long.MAX_VALUE, (hour, cell) -> hours.add(hour));
            }
        }
        for (long hour : hours) {
            keysOfHour.get(hour).removeIf(cells -> texts.contains(cells.text()));
        }
    }

    void forgetBefore(long hour) {
        log.forgetBefore(hour);
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
}
