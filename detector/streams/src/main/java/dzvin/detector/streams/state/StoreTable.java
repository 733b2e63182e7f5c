package dzvin.detector.streams.state;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import java.util.ArrayList;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A table in a Kafka Streams store, row by row. Changes are held as objects until the task commits, and are then written, so the
 * store and its changelog are complete at each commit. This object belongs to one initialisation of one task: a task that
 * starts over after an aborted transaction starts with none.
 */
final class StoreTable<V> implements Table<V>, TableStore.Pending {
    /** Changes that may wait for a commit; a commit interval in which more rows change is written in several steps. */
    private static final int MOST_CHANGES = 20_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private final StateCodec<V> codec;
    private final Rows<V> rows;

    /** @param held bytes of rows, beside those that changed, that are held as objects */
    StoreTable(KeyValueStore<Bytes, byte[]> store, StateCodec<V> codec, long held) {
        this.store = store;
        this.codec = codec;
        this.rows = new Rows<>(held);
    }

    @Override
    public V get(String key) {
        var known = rows.find(key);
        if (known != null) {
            return known.value();
        }
        byte[] bytes = store.get(KeyBytes.of(key));
        if (bytes == null) {
            return null;
        }
        var value = codec.fromBytes(bytes);
        rows.read(key, value, bytes.length);
        return value;
    }

    @Override
    public void put(String key, V value) {
        change(key, value);
    }

    @Override
    public void remove(String key) {
        change(key, null);
    }

    @Override
    public void forEach(String from, String to, BiConsumer<String, V> action) {
        if (from.compareTo(to) >= 0) {
            return;
        }
        write();
        var last = KeyBytes.of(to);
        try (var entries = store.range(KeyBytes.of(from), last)) {
            each(entries, last, action);
        }
    }

    @Override
    public void forEach(BiConsumer<String, V> action) {
        write();
        try (var entries = store.all()) {
            each(entries, null, action);
        }
    }

    @Override
    public void write() {
        if (rows.changes() == 0) {
            return;
        }
        var changes = new ArrayList<KeyValue<Bytes, byte[]>>(rows.changes());
        rows.write((key, value) -> {
            byte[] bytes = value == null ? null : codec.toBytes(value);
            changes.add(KeyValue.pair(KeyBytes.of(key), bytes));
            return bytes == null ? 0 : bytes.length;
        });
        store.putAll(changes);
    }

    private void change(String key, V value) {
        rows.change(key, value);
        if (rows.changes() >= MOST_CHANGES) {
            write();
        }
    }

    private void each(KeyValueIterator<Bytes, byte[]> entries, Bytes end, BiConsumer<String, V> action) {
        while (entries.hasNext()) {
            var entry = entries.next();
            if (entry.key.equals(end)) {
                return; // Kafka's ranges take their end in, a table's do not.
            }
            var key = KeyBytes.textOf(entry.key);
            var known = rows.find(key);
            action.accept(key, known != null ? known.value() : codec.fromBytes(entry.value));
        }
    }
}
