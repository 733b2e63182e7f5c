package dzvin.detector.streams.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a table as objects: those that were changed since the last write, and those that were used last. The first are all held,
 * the second as far as there is room. What falls out is in the store; nothing is lost.
 */
final class Rows<V> {
    /** What a row takes beside its value: its key, its place in a map, its objects' headers. */
    private static final int BESIDE_VALUE = 160;

    private final long capacity;
    private final Map<String, Change<V>> changed = new LinkedHashMap<>();
    private final LinkedHashMap<String, Sized<V>> used = new LinkedHashMap<>(64, 0.75f, true);
    private long held;

    /** @param capacity bytes that the rows that were used last may have together */
    Rows(long capacity) {
        this.capacity = capacity;
    }

    /** What is known here of a row, be it that there is none; null if nothing is known. */
    Known<V> find(String key) {
        var change = changed.get(key);
        return change != null ? change : used.get(key);
    }

    /**
     * A value as the store has it.
     *
     * @return bytes of room that it takes
     */
    int read(String key, V value, int bytes) {
        keep(key, value, bytes);
        makeRoom();
        return bytes + BESIDE_VALUE;
    }

    /**
     * A value that the store has not got yet; null: that the row is to be removed.
     *
     * @return whether the row did not wait to be written before
     */
    boolean change(String key, V value) {
        forget(key);
        return changed.put(key, new Change<>(value)) == null;
    }

    /** A row that the store has not got and will not get; answers with what it was to be, null if with nothing. */
    V drop(String key) {
        forget(key);
        var dropped = changed.remove(key);
        return dropped == null ? null : dropped.value;
    }

    /** How many rows changed since the last write. */
    int changes() {
        return changed.size();
    }

    /** Keys of the rows that changed, in the order of the first change of each. */
    List<String> changed() {
        return List.copyOf(changed.keySet());
    }

    /** Hands out every change, with null for a removal; all of them count as written then. */
    void write(Sink<V> out) {
        changed.forEach((key, change) -> {
            int bytes = out.write(key, change.value);
            if (change.value != null) {
                keep(key, change.value, bytes);
            }
        });
        changed.clear();
        makeRoom();
    }

    private void keep(String key, V value, int bytes) {
        forget(key);
        if (capacity == 0) {
            return;
        }
        var row = new Sized<>(value, bytes + BESIDE_VALUE);
        used.put(key, row);
        held += row.bytes;
    }

    private void forget(String key) {
        if (capacity == 0) {
            return;
        }
        var gone = used.remove(key);
        if (gone != null) {
            held -= gone.bytes;
        }
    }

    private void makeRoom() {
        var oldest = used.entrySet().iterator();
        while (held > capacity && oldest.hasNext()) {
            held -= oldest.next().getValue().bytes;
            oldest.remove();
        }
    }

    /** Where changes go. */
    interface Sink<V> {
        /**
         * Takes a row.
         *
         * @param value null if it was removed
         * @return how many bytes the value takes
         */
        int write(String key, V value);
    }

    /** A row. */
    sealed interface Known<V> {
        /** Null if there is no such row. */
        V value();
    }

    private record Change<V>(V value) implements Known<V> {}

    private record Sized<V>(V value, int bytes) implements Known<V> {}
}
