package dzvin.detector.core.watch;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What keys have counted so far in buckets that have not closed: of each source partition the largest cell that it has told. Kept in
 * memory only: after a restart it fills again as reports come. Used by one thread.
 */
public final class OpenCells {
    /** Of one bucket; of others nothing is said early, which changes no final decision. */
    private static final int MOST_KEYS = 20_000;

    private final TreeMap<Long, Map<ViewKey, Map<Integer, Cell>>> buckets = new TreeMap<>();
    private long closed;

    /** @param closed newest bucket that is closed */
    public OpenCells(long closed) {
        this.closed = closed;
    }

    /** Whether the cell tells something new. */
    public boolean put(int source, KeyCell cell) {
        if (cell.bucket() <= closed) {
            return false;
        }
        var keys = buckets.computeIfAbsent(cell.bucket(), any -> new HashMap<>());
        if (keys.size() >= MOST_KEYS && !keys.containsKey(cell.key())) {
            return false;
        }
        var told = keys.computeIfAbsent(cell.key(), any -> new TreeMap<>());
        var before = told.get(source);
        if (before != null && before.reports() >= cell.cell().reports()) {
            return false;
        }
        told.put(source, cell.cell());
        return true;
    }

    /** A key's cells, over all source partitions, of the open buckets up to one, inclusive; oldest first. */
    public List<KeyCell> of(ViewKey key, long until) {
        var cells = new ArrayList<KeyCell>();
        buckets.headMap(until, true).forEach((bucket, keys) -> {
            var told = keys.get(key);
            if (told != null) {
                cells.add(new KeyCell(key, bucket, told.values().stream().reduce(Cell.EMPTY, Cell::merge)));
            }
        });
        return cells;
    }

    /** Lets go of what has closed. */
    public void close(long bucket) {
        closed = Math.max(closed, bucket);
        buckets.headMap(bucket, true).clear();
    }
}
