package dzvin.detector.streams.state;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * A table whose rows come one by one, are gone together when their bucket closes, and are read only when the stage begins anew. What
 * came between two commits is written as pages of many rows each: one record of the store and its changelog where there would be
 * hundreds. Used by one initialisation of one task.
 *
 * <p>A page that lost some of its rows is written again without them; one that lost all is deleted.
 */
final class PagedTable<V> implements Table<V>, TableStore.Pending {
    /** Far below what Kafka takes as one record, far above what a record costs by itself. */
    private static final int PAGE_BYTES = 64 << 10;

    /** Rows that may wait for a commit. */
    private static final int MOST_WAITING = 10_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private final StateCodec<V> codec;
    private final Map<String, V> waiting = new LinkedHashMap<>();
    private final Map<String, Page> pageOf = new HashMap<>();
    private final Set<Page> shrunk = new LinkedHashSet<>();
    private long pages;

    PagedTable(KeyValueStore<Bytes, byte[]> store, StateCodec<V> codec) {
        this.store = store;
        this.codec = codec;
        try (var stored = store.all()) {
            while (stored.hasNext()) {
                var entry = stored.next();
                var page = new Page(Long.parseLong(KeyBytes.textOf(entry.key)));
                pages = Math.max(pages, page.number + 1);
                Pages.read(entry.value).keySet().forEach(key -> take(key, page));
            }
        }
    }

    @Override
    public V get(String key) {
        var held = waiting.get(key);
        if (held != null) {
            return held;
        }
        var page = pageOf.get(key);
        return page == null ? null : codec.fromBytes(Pages.read(stored(page)).get(key));
    }

    @Override
    public void put(String key, V value) {
        drop(key);
        waiting.put(key, value);
        if (waiting.size() >= MOST_WAITING) {
            write();
        }
    }

    @Override
    public void remove(String key) {
        if (waiting.remove(key) == null) {
            drop(key);
        }
    }

    @Override
    public void forEach(String from, String to, BiConsumer<String, V> action) {
        if (from.compareTo(to) < 0) {
            sorted().subMap(from, to).forEach(action);
        }
    }

    @Override
    public void forEach(BiConsumer<String, V> action) {
        sorted().forEach(action);
    }

    @Override
    public void write() {
        var changes = new ArrayList<KeyValue<Bytes, byte[]>>();
        for (Page page : shrunk) {
            changes.add(KeyValue.pair(page.key(), page.rows.isEmpty() ? null : rest(page)));
        }
        shrunk.clear();
        writeWaiting(changes);
        if (!changes.isEmpty()) {
            store.putAll(changes);
        }
    }

    private void writeWaiting(List<KeyValue<Bytes, byte[]>> changes) {
        var rows = new LinkedHashMap<String, byte[]>();
        int bytes = 0;
        for (var row : waiting.entrySet()) {
            byte[] value = codec.toBytes(row.getValue());
            rows.put(row.getKey(), value);
            bytes += value.length;
            if (bytes >= PAGE_BYTES) {
                changes.add(page(rows));
                rows.clear();
                bytes = 0;
            }
        }
        if (!rows.isEmpty()) {
            changes.add(page(rows));
        }
        waiting.clear();
    }

    private KeyValue<Bytes, byte[]> page(Map<String, byte[]> rows) {
        var page = new Page(pages++);
        rows.keySet().forEach(key -> take(key, page));
        return KeyValue.pair(page.key(), Pages.write(rows));
    }

    private byte[] rest(Page page) {
        var rows = Pages.read(stored(page));
        rows.keySet().retainAll(page.rows);
        return Pages.write(rows);
    }

    private byte[] stored(Page page) {
        return store.get(page.key());
    }

    private void take(String key, Page page) {
        page.rows.add(key);
        pageOf.put(key, page);
    }

    private void drop(String key) {
        var page = pageOf.remove(key);
        if (page != null) {
            page.rows.remove(key);
            shrunk.add(page);
        }
    }

    private NavigableMap<String, V> sorted() {
        write();
        var sorted = new TreeMap<String, V>();
        try (var stored = store.all()) {
            while (stored.hasNext()) {
                Pages.read(stored.next().value).forEach((key, value) -> sorted.put(key, codec.fromBytes(value)));
            }
        }
        return sorted;
    }

    /** What a page of the store holds; a row is in one page only. */
    private static final class Page {
        private static final int DIGITS = 19;

        private final long number;
        private final Set<String> rows = new LinkedHashSet<>();

        Page(long number) {
            this.number = number;
        }

        Bytes key() {
            var text = Long.toString(number);
            return KeyBytes.of("0".repeat(DIGITS - text.length()) + text);
        }
    }
}
