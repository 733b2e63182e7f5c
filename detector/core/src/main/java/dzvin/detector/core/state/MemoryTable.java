package dzvin.detector.core.state;

import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A table in memory: what replays and tests use. */
final class MemoryTable<V> implements Table<V> {
    private final TreeMap<String, V> values = new TreeMap<>();

    @Override
    public V get(String key) {
        return values.get(key);
    }

    @Override
    public void put(String key, V value) {
        values.put(key, value);
    }

    @Override
    public void remove(String key) {
        values.remove(key);
    }

    @Override
    public void forEach(String from, String to, BiConsumer<String, V> action) {
        values.subMap(from, to).forEach(action);
    }

    @Override
    public void forEach(BiConsumer<String, V> action) {
        values.forEach(action);
    }
}
