package dzvin.detector.streams.state;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A table in a Kafka Streams store. Every change is written through, so the store and its changelog are complete at each
 * commit; the objects held beside it only save reading. They belong to this object, and this object to one
 * initialisation of one task: a task that starts over after an aborted transaction starts with none.
 */
final class StoreTable<V> implements Table<V> {
    /** Bytes of values held as objects, for each table of each task; objects take some three times as much memory. */
    private static final long HELD = 4L << 20;

    private final KeyValueStore<Bytes, byte[]> store;
    private final StateCodec<V> codec;
    private final RecentValues<V> recent = new RecentValues<>(HELD);

    StoreTable(KeyValueStore<Bytes, byte[]> store, StateCodec<V> codec) {
        this.store = store;
        this.codec = codec;
    }

    @Override
    public V get(String key) {
        var held = recent.get(key);
        if (held != null) {
            return held;
        }
        byte[] bytes = store.get(KeyBytes.of(key));
        if (bytes == null) {
            return null;
        }
        var value = codec.fromBytes(bytes);
        recent.put(key, value, bytes.length);
        return value;
    }

    @Override
    public void put(String key, V value) {
        byte[] bytes = codec.toBytes(value);
        store.put(KeyBytes.of(key), bytes);
        recent.put(key, value, bytes.length);
    }

    @Override
    public void remove(String key) {
        store.delete(KeyBytes.of(key));
        recent.remove(key);
    }

    @Override
    public void forEach(String from, String to, BiConsumer<String, V> action) {
        if (from.compareTo(to) >= 0) {
            return;
        }
        var last = KeyBytes.of(to);
        try (var entries = store.range(KeyBytes.of(from), last)) {
            each(entries, last, action);
        }
    }

    @Override
    public void forEach(BiConsumer<String, V> action) {
        try (var entries = store.all()) {
            each(entries, null, action);
        }
    }

    private void each(KeyValueIterator<Bytes, byte[]> entries, Bytes end, BiConsumer<String, V> action) {
        while (entries.hasNext()) {
            var entry = entries.next();
            if (entry.key.equals(end)) {
                return; // Kafka's ranges take their end in, a table's do not.
            }
            var key = KeyBytes.textOf(entry.key);
            var held = recent.get(key);
            action.accept(key, held != null ? held : codec.fromBytes(entry.value));
        }
    }
}
