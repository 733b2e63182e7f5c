package dzvin.detector.core.count;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.view.ViewKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

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
            enter(new ViewKey(key.view(), text), key);
            sumOf(key.view()).add(key.people());
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

    void replace(ViewKey key, LiveKey before, LiveKey after) {
        keys.put(key.text(), after);
        sumOf(key.view()).add(after.people());
        if (before == null) {
            enter(key, after);
            return;
        }
        sumOf(key.view()).subtract(before.people());
        if (before.worth() != after.worth() || before.oldestSlice() != after.oldestSlice()) {
            leave(key, before.worth(), before.oldestSlice());
            enter(key, after);
        }
    }

    /** Forgets the young key that would be missed least. What there is to know of it its worth tells: in a flood none need be read for that. */
    void forgetLeastYoung() {
        int worth = sizes[0] > 0 ? 0 : 1;
        forgetFirst(worth, key -> LiveKey.peopleOfYoung(worth));
    }

    void forgetOldestGrown() {
        forgetFirst(2, key -> keys.get(key.text()).people());
    }

    private void forgetFirst(int worth, ToLongFunction<ViewKey> people) {
        var oldest = byWorthAndAge.get(worth).firstEntry();
        var key = oldest.getValue().first();
        sumOf(key.view()).subtract(people.applyAsLong(key));
        leave(key, worth, oldest.getKey());
        keys.remove(key.text());
    }

    /** Lets go of what keys have before a slice, and of keys that have nothing else. */
    void expireBefore(long slice) {
        for (int worth = 0; worth < WORTHS; worth++) {
            var old = byWorthAndAge.get(worth).headMap(slice);
            var cohorts = new TreeMap<>(old);
            old.clear();
            for (var cohort : cohorts.entrySet()) {
                sizes[worth] -= cohort.getValue().size();
                cohort.getValue().parts().forEach(part -> expire(part, slice));
            }
        }
    }

    private void expire(List<ViewKey> part, long slice) {
        keys.expect(part.stream().map(ViewKey::text).toList());
        for (ViewKey key : part) {
            expire(key, keys.get(key.text()), slice);
        }
    }

    private void expire(ViewKey key, LiveKey before, long slice) {
        var sum = sumOf(key.view());
        sum.subtract(before.people());
        if (before.newestSlice() < slice) {
            keys.remove(key.text());
            return;
        }
        var after = before.from(slice);
        keys.put(key.text(), after);
        sum.add(after.people());
        enter(key, after);
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

    /** The oldest slice that any key has, {@link Long#MAX_VALUE} if there is no key. */
    long oldestSlice() {
        long oldest = Long.MAX_VALUE;
        for (var ages : byWorthAndAge) {
            oldest = ages.isEmpty() ? oldest : Math.min(oldest, ages.firstKey());
        }
        return oldest;
    }

    private Sum sumOf(String view) {
        return sums.computeIfAbsent(view, any -> new Sum());
    }

    private void enter(ViewKey key, LiveKey live) {
        int worth = live.worth();
        byWorthAndAge
                .get(worth)
                .computeIfAbsent(live.oldestSlice(), slice -> new Cohort())
                .add(key);
        sizes[worth]++;
    }

    private void leave(ViewKey key, int worth, long oldestSlice) {
        var ages = byWorthAndAge.get(worth);
        var cohort = ages.get(oldestSlice);
        cohort.remove(key);
        if (cohort.size() == 0) {
            ages.remove(oldestSlice);
        }
        sizes[worth]--;
    }

    /** {@link LiveKeys} that change with each cell. */
    private static final class Sum {
        private long keys;
        private long people;
        private long squares;

        void add(long peopleOfKey) {
            keys++;
            people += peopleOfKey;
            squares += peopleOfKey * peopleOfKey;
        }

        void subtract(long peopleOfKey) {
            keys--;
            people -= peopleOfKey;
            squares -= peopleOfKey * peopleOfKey;
        }

        LiveKeys now() {
            return new LiveKeys(keys, people, squares);
        }
    }
}
