package dzvin.detector.streams.state;

import java.util.LinkedHashMap;

/**
 * The values of a table that were used last, as objects, so that a key that is hot is not read from bytes again and
 * again. Bounded by the size that the values have as bytes. What falls out is in the store; nothing is lost.
 */
final class RecentValues<V> {
    private final long capacity;
    private final LinkedHashMap<String, Sized<V>> values = new LinkedHashMap<>(64, 0.75f, true);
    private long held;

    /** @param capacity bytes that the values held may have together */
    RecentValues(long capacity) {
        this.capacity = capacity;
    }

    /** The value, or null if it is not held. */
    V get(String key) {
        var sized = values.get(key);
        return sized == null ? null : sized.value;
    }

    void put(String key, V value, int bytes) {
        remove(key);
        values.put(key, new Sized<>(value, bytes));
        held += bytes;
        var oldest = values.entrySet().iterator();
        while (held > capacity && oldest.hasNext()) {
            held -= oldest.next().getValue().bytes;
            oldest.remove();
        }
    }

    void remove(String key) {
        var gone = values.remove(key);
        if (gone != null) {
            held -= gone.bytes;
        }
    }

    private record Sized<V>(V value, int bytes) {}
}
