package dzvin.detector.core.count;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The live keys of a merger, with what is needed to expire them and to sum them up. The order in which keys are found again is that
 * of worth, age and text, also after a restart.
 */
final class LiveKeyTable {
    static final TableSpec<LiveKey> TABLE = new TableSpec<>("live-keys", new LiveKeyCodec());

    private static final int WORTHS = 3;

    private final Table<LiveKey> keys;
    private final Map<String, Sum> sums = new HashMap<>();
    private final List<NavigableMap<Long, Cohort>> byWorthAndAge =
            List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    private final int[] sizes = new int[WORTHS];

    LiveKeyTable(List<String> openViews, Tables tables) {
        this.keys = tables.table(TABLE);
        openViews.forEach(this::sumOf);
        keys.forEach((text, key) -> {
            enter(text, key);
            sumOf(key.view()).add(key);
        });
    }

    /** The key, or null. */
    LiveKey get(String text) {
        return keys.get(text);
    }

    /** Says which keys come next. */
    void expect(List<String> texts) {
        keys.expect(texts);
    }

    void replace(String text, LiveKey before, LiveKey after) {
        keys.put(text, after);
        sumOf(after.view()).add(after);
        if (before == null) {
            enter(text, after);
            return;
        }
        sumOf(before.view()).subtract(before);
        if (before.worth() != after.worth() || before.oldestSlice() != after.oldestSlice()) {
            leave(text, before);
            enter(text, after);
        }
    }

    void forget(String text) {
        var before = keys.get(text);
        sumOf(before.view()).subtract(before);
        leave(text, before);
        keys.remove(text);
    }

    /** Lets go of what keys have before a slice, and of keys that have nothing else. */
    void expireBefore(long slice) {
        for (int worth = 0; worth < WORTHS; worth++) {
            var old = byWorthAndAge.get(worth).headMap(slice);
            var cohorts = new TreeMap<>(old);
            old.clear();
            for (var cohort : cohorts.entrySet()) {
                sizes[worth] -= cohort.getValue().size();
                for (var texts : cohort.getValue().entered()) {
                    expire(texts, worth, cohort.getKey(), slice);
                }
            }
        }
    }

    private void expire(List<String> texts, int worth, long oldestSlice, long slice) {
        keys.expect(texts);
        for (String text : texts) {
            var key = keys.get(text);
            if (key != null && belongs(key, worth, oldestSlice)) {
                expire(text, key, slice);
            }
        }
    }

    private void expire(String text, LiveKey before, long slice) {
        var sum = sumOf(before.view());
        sum.subtract(before);
        if (before.newestSlice() < slice) {
            keys.remove(text);
            return;
        }
        var after = before.from(slice);
        keys.put(text, after);
        sum.add(after);
        enter(text, after);
    }

    /** Sums over all live keys, by view. */
    SortedMap<String, LiveKeys> sums() {
        var now = new TreeMap<String, LiveKeys>();
        sums.forEach((view, sum) -> now.put(view, sum.now()));
        return now;
    }

    int young() {
        return sizes[0] + sizes[1];
    }

    int grown() {
        return sizes[2];
    }

    /** The young key that would be missed least. */
    String leastYoung() {
        return first(sizes[0] > 0 ? 0 : 1);
    }

    String oldestGrown() {
        return first(2);
    }

    /** The oldest slice that any key has, {@link Long#MAX_VALUE} if there is no key. */
    long oldestSlice() {
        long oldest = Long.MAX_VALUE;
        for (var ages : byWorthAndAge) {
            oldest = ages.isEmpty() ? oldest : Math.min(oldest, ages.firstKey());
        }
        return oldest;
    }

    private String first(int worth) {
        var oldest = byWorthAndAge.get(worth).firstEntry();
        return oldest.getValue().first(text -> belongs(text, worth, oldest.getKey()), keys::expect);
    }

    private boolean belongs(String text, int worth, long oldestSlice) {
        var key = keys.get(text);
        return key != null && belongs(key, worth, oldestSlice);
    }

    private static boolean belongs(LiveKey key, int worth, long oldestSlice) {
        return key.worth() == worth && key.oldestSlice() == oldestSlice;
    }

    private Sum sumOf(String view) {
        return sums.computeIfAbsent(view, any -> new Sum());
    }

    private void enter(String text, LiveKey key) {
        int worth = key.worth();
        byWorthAndAge
                .get(worth)
                .computeIfAbsent(key.oldestSlice(), slice -> new Cohort())
                .add(text);
        sizes[worth]++;
    }

    private void leave(String text, LiveKey key) {
        int worth = key.worth();
        var ages = byWorthAndAge.get(worth);
        var cohort = ages.get(key.oldestSlice());
        cohort.remove(text);
        if (cohort.size() == 0) {
            ages.remove(key.oldestSlice());
        }
        sizes[worth]--;
    }

    /** {@link LiveKeys} that change with each cell. */
    private static final class Sum {
        private long keys;
        private long people;
        private long squares;

        void add(LiveKey key) {
            keys++;
            people += key.people();
            squares += key.people() * key.people();
        }

        void subtract(LiveKey key) {
            keys--;
            people -= key.people();
            squares -= key.people() * key.people();
        }

        LiveKeys now() {
            return new LiveKeys(keys, people, squares);
        }
    }
}
