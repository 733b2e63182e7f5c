package dzvin.detector.core.count;

import dzvin.detector.core.state.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The batches that wait for one bucket to close everywhere. All of them are rows of the stage's table; as long as there is room they are on the heap as
 * well, and read from the table when their time comes otherwise. So a partition whose time stands still costs disk, not memory. Used by one thread.
 */
final class WaitingBatches<V> {
    private final Table<V> table;
    private final WaitingRoom room;
    private final Map<String, Waiting<V>> rows = new LinkedHashMap<>();

    WaitingBatches(Table<V> table, WaitingRoom room) {
        this.table = table;
        this.room = room;
    }

    /** A batch comes that the table has, in place of the one that the row was before. */
    void add(String row, V batch, int bytes) {
        var before = rows.remove(row);
        if (before != null) {
            left(before);
        }
        rows.put(row, new Waiting<>(room.takes(bytes) ? batch : null, bytes));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Hands out all of them. */
    void forEach(Consumer<V> action) {
        rows.forEach((row, waiting) -> action.accept(waiting.isHeld() ? waiting.batch : table.get(row)));
    }

    /** They are no longer waited with: takes them out of the table. */
    void remove() {
        rows.forEach((row, waiting) -> {
            table.remove(row);
            left(waiting);
        });
        rows.clear();
    }

    private void left(Waiting<V> waiting) {
        room.left(waiting.bytes, waiting.isHeld());
    }

    /** @param batch null if there was no room for it */
    private record Waiting<V>(V batch, int bytes) {
        boolean isHeld() {
            return batch != null;
        }
    }
}
