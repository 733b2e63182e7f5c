package dzvin.detector.streams.state;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import java.util.ArrayList;
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
 * A table whose rows are read only when the stage begins anew. What changed between two commits is written as pages of many rows each:
 * one record of the store and its changelog where there would be hundreds. Used by one initialisation of one task.
 *
 * <p>The pages are a log: {@link PageLog} says which rows of which page still stand. No page is changed. One with nothing left in it is
 * deleted, and when more rows are dead than alive, those of the oldest pages that are alive move to new ones.
 */
final class PagedTable<V> implements Table<V>, TableStore.Pending {
    /** Far below what Kafka takes as one record, far above what a record costs by itself. */
    private static final int PAGE_BYTES = 64 << 10;

    /** Rows that may wait for a commit. */
    private static final int MOST_WAITING = 10_000;

    /** Rows that are moved for each one that is written, so that no commit waits for a table to be cleaned as a whole. */
    private static final long MOVED_FOR_EACH = 2;

    private final KeyValueStore<Bytes, byte[]> store;
    private final StateCodec<V> codec;
    private final Map<String, V> waiting = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private final PageLog log = new PageLog();

    PagedTable(KeyValueStore<Bytes, byte[]> store, StateCodec<V> codec) {
        this.store = store;
        this.codec = codec;
        try (var stored = store.all()) {
            while (stored.hasNext()) {
                var entry = stored.next();
                log.read(Page.numberOf(entry.key), Pages.read(entry.value));
            }
        }
    }

    @Override
    public V get(String key) {
        var held = waiting.get(key);
        if (held != null) {
            return held;
        }
        var page = removed.contains(key) ? null : log.pageOf(key);
        return page == null ? null : codec.fromBytes(stored(page).get(key));
    }

    @Override
    public void put(String key, V value) {
        removed.remove(key);
        waiting.put(key, value);
        if (waiting.size() >= MOST_WAITING) {
            write();
        }
    }

    @Override
    public void remove(String key) {
        waiting.remove(key);
        if (log.pageOf(key) != null) {
            removed.add(key);
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
        if (waiting.isEmpty() && removed.isEmpty()) {
            return;
        }
        var changes = new ArrayList<KeyValue<Bytes, byte[]>>();
        var next = new NextPages(changes);
        long first = log.next();
        waiting.keySet().forEach(log::replace);
        for (String key : log.remove(removed)) {
            next.add(key, null);
        }
        waiting.forEach((key, value) -> next.add(key, codec.toBytes(value)));
        move(first, MOVED_FOR_EACH * (waiting.size() + removed.size()), next, changes);
        next.end();
        waiting.clear();
        removed.clear();
        log.dropEmpty().forEach(page -> changes.add(KeyValue.pair(page.key(), null)));
        store.putAll(changes);
    }

    /** Moves what is alive in the oldest pages before one, as long as most of all rows are dead. */
    private void move(long before, long most, NextPages next, List<KeyValue<Bytes, byte[]>> changes) {
        long moved = 0;
        while (moved < most && log.isMostlyDead() && log.oldest().number() < before) {
            var oldest = log.oldest();
            for (var row : stored(oldest).entrySet()) {
                if (row.getValue() != null && log.pageOf(row.getKey()) == oldest) {
                    next.add(row.getKey(), row.getValue());
                    moved++;
                }
            }
            log.drop(oldest);
            changes.add(KeyValue.pair(oldest.key(), null));
        }
    }

    private Map<String, byte[]> stored(Page page) {
        return Pages.read(store.get(page.key()));
    }

    private NavigableMap<String, V> sorted() {
        write();
        var sorted = new TreeMap<String, V>();
        try (var stored = store.all()) {
            while (stored.hasNext()) {
                var entry = stored.next();
                long number = Page.numberOf(entry.key);
                Pages.read(entry.value).forEach((key, value) -> {
                    var page = log.pageOf(key);
                    if (page != null && page.number() == number) {
                        sorted.put(key, codec.fromBytes(value));
                    }
                });
            }
        }
        return sorted;
    }

    /** Rows that are put into pages one after another. */
    private final class NextPages {
        private final List<KeyValue<Bytes, byte[]>> changes;
        private final Map<String, byte[]> rows = new LinkedHashMap<>();
        private int bytes;

        NextPages(List<KeyValue<Bytes, byte[]>> changes) {
            this.changes = changes;
        }

        /** @param value null: that the row was removed */
        void add(String key, byte[] value) {
            rows.put(key, value);
            bytes += key.length() + (value == null ? 0 : value.length);
            if (bytes >= PAGE_BYTES) {
                end();
            }
        }

        void end() {
            if (!rows.isEmpty()) {
                var page = log.write(rows);
                changes.add(KeyValue.pair(page.key(), Pages.write(rows)));
                rows.clear();
                bytes = 0;
            }
        }
    }
}
