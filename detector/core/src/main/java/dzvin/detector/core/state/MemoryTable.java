package dzvin.detector.core.state;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * A table in memory: what replays and tests use. Most tables are never asked for a range, so keys are only kept in order from the first
 * such question on.
 */
final class MemoryTable<V> implements Table<V> {
    private final TextMap<V> values = new TextMap<>();
    private TreeSet<String> ordered;

    @Override
    public V get(String key) {
        return values.get(key);
    }

    @Override
    public void expect(List<String> keys) {
        values.expect(keys);
    }

    @Override
    public void put(String key, V value) {
        if (values.put(key, value) == null && ordered != null) {
            ordered.add(key);
        }
    }

    @Override
    public void remove(String key) {
        if (values.remove(key) != null && ordered != null) {
            ordered.remove(key);
        }
    }

    @Override
    public void forEach(String from, String to, BiConsumer<String, V> action) {
        if (ordered == null) {
            ordered = new TreeSet<>();
            values.forEach((key, value) -> ordered.add(key));
        }
        ordered.subSet(from, to).forEach(key -> action.accept(key, values.get(key)));
    }

    @Override
    public void forEach(BiConsumer<String, V> action) {
        var sorted = new TreeMap<String, V>();
        values.forEach(sorted::put);
        sorted.forEach(action);
    }
}
