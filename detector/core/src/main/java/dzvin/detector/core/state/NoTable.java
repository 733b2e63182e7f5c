package dzvin.detector.core.state;

import java.util.function.BiConsumer;

/** A table that keeps nothing. */
final class NoTable<V> implements Table<V> {
    @Override
    public V get(String key) {
        return null;
    }

    @Override
    public void put(String key, V value) {}

    @Override
    public void remove(String key) {}

    @Override
    public void forEach(String from, String to, BiConsumer<String, V> action) {}

    @Override
    public void forEach(BiConsumer<String, V> action) {}

    @Override
    public boolean keeps() {
        return false;
    }
}
