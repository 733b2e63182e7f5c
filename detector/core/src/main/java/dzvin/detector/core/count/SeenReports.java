package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The report ids of the dedup horizon. What makes a duplicate is the time at which an id was seen first; that old ids are removed
 * only saves room.
 *
 * <p>Ids are written in pages, when the bucket that they left with closes; before, the table of open reports has them. An index in memory,
 * built anew with each start, says where an id may be, so that a page is only read for an id that is told again. The index is bounded: what
 * it has no room for, oldest buckets first, is written row by row and asked for row by row.
 */
final class SeenReports {
    static final TableSpec<SeenPage> PAGES = new TableSpec<>("seen-reports", SeenPage.CODEC);
    static final TableSpec<Long> SINGLY = new TableSpec<>("seen-long-before", new TimeCodec());

    /** Ids in the index: some 16 MB at the most. */
    static final int MOST_INDEXED = 1 << 20;

    private static final int POSITION_BITS = 10;
    private static final int POSITION = (1 << POSITION_BITS) - 1;
    private static final int PAGE_NUMBERS = 1 << (Integer.SIZE - POSITION_BITS);

    private final long horizon;
    private final int most;
    private final Table<SeenPage> pages;
    private final Table<Long> singly;
    /** Keys that nobody can guess, since whoever sends reports chooses their ids; an answer never depends on them. */
    private final IdHash hash = new IdHash(new SplittableRandom());

    private final IdIndex index = new IdIndex(place -> held(place) != null);
    private final Map<Integer, Held> byNumber = new HashMap<>();
    private final Map<Long, Deque<Held>> open = new HashMap<>();
    private final TreeMap<Long, List<Held>> closed = new TreeMap<>();
    /** Oldest first. */
    private final TreeMap<Long, List<String>> writtenSingly = new TreeMap<>();

    private int next;
    private int indexed;

    SeenReports(long horizonMillis, Tables tables) {
        this(horizonMillis, MOST_INDEXED, tables);
    }

    /** @param most ids that are indexed of buckets that have closed */
    SeenReports(long horizonMillis, int most, Tables tables) {
        this.horizon = horizonMillis;
        this.most = most;
        this.pages = tables.table(PAGES);
        this.singly = tables.table(SINGLY);
        pages.forEach(this::restore);
    }

    /** Whether the id is new within the horizon; it then counts as seen, by the bucket that the report leaves with. */
    boolean isNew(String id, long watermark, long closing) {
        int hashed = hash.of(id);
        if (index.anyMatch(hashed, place -> isSeen(id, place, watermark)) || isSeenLongBefore(id, watermark)) {
            return false;
        }
        add(id, hashed, watermark, closing);
        return true;
    }

    /** An id of a bucket that is still open, after a restart. */
    void restore(String id, long at, long closing) {
        add(id, hash.of(id), at, closing);
    }

    /** Writes down what a bucket took. */
    void close(long bucket) {
        var held = open.remove(bucket);
        if (held == null) {
            return;
        }
        int from = 0;
        for (Held one : held) {
            one.row = SortedText.of(bucket) + SortedText.of(from);
            pages.put(one.row, one.page);
            from += one.page.size();
            one.page = null;
        }
        indexed += from;
        closed.put(bucket, new ArrayList<>(held));
        while (indexed > most) {
            writeSingly(closed.pollFirstEntry().getValue());
        }
    }

    /** Forgets what was taken by buckets before this one: it must be older than the horizon. */
    void forgetBefore(long bucket) {
        var old = closed.headMap(bucket);
        for (var held : old.values()) {
            for (Held one : held) {
                indexed -= one.size;
                byNumber.remove(one.number);
                pages.remove(one.row);
            }
        }
        old.clear();
        forgetSinglyBefore(bucket);
    }

    private void add(String id, int hashed, long at, long closing) {
        var held = open.computeIfAbsent(closing, any -> new ArrayDeque<>());
        if (held.isEmpty() || held.getLast().page.isFull()) {
            held.add(hold(SeenPage.of(closing)));
        }
        var last = held.getLast();
        index.add(hashed, last.number << POSITION_BITS | last.page.size());
        last.page.add(id, at);
        last.size++;
    }

    private boolean isSeen(String id, int place, long watermark) {
        var held = held(place);
        if (held == null) {
            return false;
        }
        var page = held.page != null ? held.page : pages.get(held.row);
        int position = place & POSITION;
        return page.has(position, id) && watermark - page.at(position) < horizon;
    }

    private boolean isSeenLongBefore(String id, long watermark) {
        var at = writtenSingly.isEmpty() ? null : singly.get(id);
        return at != null && watermark - at < horizon;
    }

    private Held held(int place) {
        return byNumber.get(place >>> POSITION_BITS);
    }

    private Held hold(SeenPage page) {
        do {
            next = (next + 1) % PAGE_NUMBERS;
        } while (next == 0 || byNumber.containsKey(next));
        var held = new Held(next, page);
        byNumber.put(next, held);
        return held;
    }

    private void restore(String row, SeenPage page) {
        if (page.isWrittenSingly()) {
            writtenSingly
                    .computeIfAbsent(page.bucket(), any -> new ArrayList<>())
                    .add(row);
            return;
        }
        var held = hold(page);
        for (int i = 0; i < page.size(); i++) {
            index.add(hash.of(page.id(i)), held.number << POSITION_BITS | i);
        }
        held.row = row;
        held.size = page.size();
        held.page = null;
        indexed += page.size();
        closed.computeIfAbsent(page.bucket(), any -> new ArrayList<>()).add(held);
    }

    private void writeSingly(List<Held> held) {
        for (Held one : held) {
            var page = pages.get(one.row);
            for (int i = 0; i < page.size(); i++) {
                singly.put(page.id(i), page.at(i));
            }
            pages.put(one.row, page.asWrittenSingly());
            writtenSingly
                    .computeIfAbsent(page.bucket(), any -> new ArrayList<>())
                    .add(one.row);
            indexed -= one.size;
            byNumber.remove(one.number);
        }
    }

    private void forgetSinglyBefore(long bucket) {
        var old = writtenSingly.headMap(bucket);
        for (var rows : old.values()) {
            for (String row : rows) {
                var page = pages.get(row);
                for (int i = 0; i < page.size(); i++) {
                    forget(page.id(i), page.at(i));
                }
                pages.remove(row);
            }
        }
        old.clear();
    }

    /** Not if it was seen again since, and written singly again. */
    private void forget(String id, long at) {
        var last = singly.get(id);
        if (last != null && last <= at) {
            singly.remove(id);
        }
    }

    /** A page that the index knows. */
    private static final class Held {
        private final int number;
        /** In memory while its bucket is open, then null. */
        private SeenPage page;
        /** Its place in the table once its bucket has closed. */
        private String row = "";

        private int size;

        Held(int number, SeenPage page) {
            this.number = number;
            this.page = page;
        }
    }

    private static final class TimeCodec implements StateCodec<Long> {
        private static final int VERSION = 1;

        @Override
        public void write(Long value, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            out.writeLong(value);
        }

        @Override
        public Long read(DataInputStream in) throws IOException {
            Wire.expect(VERSION, in);
            return in.readLong();
        }
    }
}
