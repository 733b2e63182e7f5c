package dzvin.detector.streams.state;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * A table that writes what changed between two commits as pages of many rows each: one record of the store and its changelog where there
 * would be hundreds. Its rows are read when the stage begins anew; a table that is asked at other times holds those that were used last, and
 * reads a whole page for any other one. Used by one initialisation of one task.
 *
 * <p>The pages are a log: {@link PageLog} says which rows of which page still stand. No page is changed. One with nothing left in it is
 * deleted, and when more rows are dead than alive, those of the oldest pages that are alive move to new ones.
 */
final class PagedTable<V> implements Table<V>, TableStore.Pending {
    /** Far below what Kafka takes as one record, far above what a record costs by itself. */
    private static final int PAGE_BYTES = 64 << 10;

    /** Of a table that is asked at any time: it reads a page for a row. */
    private static final int SHORT_PAGE_BYTES = 16 << 10;

    /** Rows that may wait for a commit; most of them are objects that their stage holds anyway. */
    private static final int MOST_WAITING = 100_000;

    /** Rows that are moved for each one that is written, so that no commit waits for a table to be cleaned as a whole. */
    private static final long MOVED_FOR_EACH = 2;

    private final KeyValueStore<Bytes, byte[]> store;
    private final StateCodec<V> codec;
    private final long held;
    private final int pageBytes;
    private final Rows<V> rows;
    private final PageLog log = new PageLog();
    private final NextPage<V> nextPage;
    private final long mostWaiting;
    private long waiting;

    /** @param held bytes of rows, beside those that changed, that are held as objects; 0 if none is asked for */
    PagedTable(KeyValueStore<Bytes, byte[]> store, StateCodec<V> codec, long held) {
        this(store, codec, held, Long.MAX_VALUE);
    }

    /** @param mostWaiting bytes of rows that may wait for a commit, as the codec sees them, where they may be large */
    PagedTable(KeyValueStore<Bytes, byte[]> store, StateCodec<V> codec, long held, long mostWaiting) {
        this.store = store;
        this.codec = codec;
        this.mostWaiting = mostWaiting;
        this.held = held;
        this.pageBytes = held == 0 ? PAGE_BYTES : SHORT_PAGE_BYTES;
        this.rows = new Rows<>(held);
        this.nextPage = new NextPage<>(codec);
        try (var stored = store.all()) {
            while (stored.hasNext()) {
                var entry = stored.next();
                var contents = Pages.read(entry.value); // first, for it refuses what is no page
                log.read(Page.numberOf(entry.key), contents);
            }
        }
    }

    @Override
    public V get(String key) {
        var known = rows.find(key);
        if (known != null) {
            return known.value();
        }
        var page = log.pageOf(key);
        if (page == null) {
            return null;
        }
        byte[] bytes = Pages.find(Set.of(key), store.get(page.key())).get(key);
        var value = codec.fromBytes(bytes);
        rows.read(key, value, bytes.length);
        return value;
    }

    /** Reads each page once for all rows that it has of these, as long as there is room to hold them. */
    @Override
    public void expect(List<String> keys) {
        long room = held / 2;
        for (var wanted : inStore(keys).entrySet()) {
            if (room <= 0) {
                return;
            }
            for (var row : Pages.find(
                            wanted.getValue(), store.get(wanted.getKey().key()))
                    .entrySet()) {
                room -= rows.read(row.getKey(), codec.fromBytes(row.getValue()), row.getValue().length);
            }
        }
    }

    /** Those that have to be read, by the page that has them. */
    private Map<Page, Set<String>> inStore(List<String> keys) {
        var byPage = new LinkedHashMap<Page, Set<String>>();
        for (String key : keys) {
            var page = rows.find(key) == null ? log.pageOf(key) : null;
            if (page != null) {
                byPage.computeIfAbsent(page, any -> new HashSet<>()).add(key);
            }
        }
        return byPage;
    }

    @Override
    public void put(String key, V value) {
        if (rows.change(key, value)) {
            waiting += codec.room(value);
        }
        if (rows.changes() >= MOST_WAITING || waiting >= mostWaiting) {
            write();
        }
    }

    @Override
    public void remove(String key) {
        if (log.pageOf(key) != null) {
            rows.change(key, null);
        } else {
            var dropped = rows.drop(key);
            waiting -= dropped == null ? 0 : codec.room(dropped);
        }
    }

    @Override
    public void forEach(String from, String to, BiConsumer<String, V> action) {
        if (from.compareTo(to) < 0) {
            sorted().subMap(from, to).forEach((key, bytes) -> action.accept(key, codec.fromBytes(bytes)));
        }
    }

    @Override
    public void forEach(BiConsumer<String, V> action) {
        sorted().forEach((key, bytes) -> action.accept(key, codec.fromBytes(bytes)));
    }

    /** Page by page: of all rows of a large table the heap has no room for more than a page at once. */
    @Override
    public void forEachUnordered(BiConsumer<String, V> action) {
        write();
        forEachStored((key, bytes) -> action.accept(key, codec.fromBytes(bytes)));
    }

    @Override
    public void write() {
        if (rows.changes() == 0) {
            return;
        }
        var changes = new ArrayList<KeyValue<Bytes, byte[]>>();
        var next = new NextPages(changes);
        long first = log.next();
        long most = MOVED_FOR_EACH * rows.changes();
        log.expect(rows.changed());
        var removed = new ArrayList<String>();
        rows.write((key, value) -> {
            if (value == null) {
                removed.add(key);
                return 0;
            }
            return next.put(key, value);
        });
        waiting = 0;
        next.end(); // from here on no replaced row stands in an old page
        log.remove(removed).forEach(next::remove);
        move(first, most, next, changes);
        next.end();
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
                    log.move(row.getKey());
                    next.move(row.getKey(), row.getValue());
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

    /** As bytes, since they are many. */
    private NavigableMap<String, byte[]> sorted() {
        write();
        var sorted = new TreeMap<String, byte[]>();
        forEachStored(sorted::put);
        return sorted;
    }

    private void forEachStored(BiConsumer<String, byte[]> action) {
        try (var stored = store.all()) {
            while (stored.hasNext()) {
                var entry = stored.next();
                long number = Page.numberOf(entry.key);
                Pages.read(entry.value).forEach((key, value) -> {
                    var page = log.pageOf(key);
                    if (page != null && page.number() == number) {
                        action.accept(key, value);
                    }
                });
            }
        }
    }

    /** Rows that are put into pages one after another. */
    private final class NextPages {
        private final List<KeyValue<Bytes, byte[]>> changes;

        NextPages(List<KeyValue<Bytes, byte[]>> changes) {
            this.changes = changes;
        }

        int put(String key, V value) {
            int bytes = nextPage.put(key, value);
            endIfFull();
            return bytes;
        }

        void move(String key, byte[] value) {
            nextPage.putBytes(key, value);
            endIfFull();
        }

        void remove(String key) {
            nextPage.remove(key);
            endIfFull();
        }

        void end() {
            if (!nextPage.isEmpty()) {
                var written = log.write(nextPage.put(), nextPage.removed());
                changes.add(KeyValue.pair(written.key(), nextPage.take()));
            }
        }

        private void endIfFull() {
            if (nextPage.size() >= pageBytes) {
                end();
            }
        }
    }
}
