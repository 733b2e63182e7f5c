package dzvin.detector.core.count;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.util.List;
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
    private final SortedMap<String, LiveKeys> sums = new TreeMap<>();
    private final List<NavigableMap<Long, Cohort>> byWorthAndAge =
            List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    private final int[] sizes = new int[WORTHS];

    LiveKeyTable(List<String> openViews, Tables tables) {
        this.keys = tables.table(TABLE);
        openViews.forEach(view -> sums.put(view, LiveKeys.NONE));
        keys.forEach((text, key) -> count(text, key));
    }

    /** The key, or null. */
    LiveKey get(String text) {
        return keys.get(text);
    }

    void replace(String text, LiveKey before, LiveKey after) {
        if (before != null) {
            uncount(text, before);
        }
        keys.put(text, after);
        count(text, after);
    }

    void forget(String text) {
        uncount(text, keys.get(text));
        keys.remove(text);
    }

    /** Sums over all live keys, by view. */
    SortedMap<String, LiveKeys> sums() {
        return sums;
    }

    int young() {
        return sizes[0] + sizes[1];
    }

    int grown() {
        return sizes[2];
    }

    /** The young key that would be missed least. */
    String leastYoung() {
        return first(byWorthAndAge.get(sizes[0] > 0 ? 0 : 1));
    }

    String oldestGrown() {
        return first(byWorthAndAge.get(2));
    }

    /** The oldest slice that any key has, {@link Long#MAX_VALUE} if there is no key. */
    long oldestSlice() {
        long oldest = Long.MAX_VALUE;
        for (var ages : byWorthAndAge) {
            oldest = ages.isEmpty() ? oldest : Math.min(oldest, ages.firstKey());
        }
        return oldest;
    }

    /** Keys that have something before a slice. */
    List<String> olderThan(long slice) {
        return byWorthAndAge.stream()
                .flatMap(ages -> ages.headMap(slice).values().stream())
                .flatMap(cohort -> cohort.texts().stream())
                .toList();
    }

    private static String first(NavigableMap<Long, Cohort> ages) {
        return ages.firstEntry().getValue().first();
    }

    private void count(String text, LiveKey key) {
        int worth = key.worth();
        byWorthAndAge
                .get(worth)
                .computeIfAbsent(key.oldestSlice(), slice -> new Cohort())
                .add(text);
        sizes[worth]++;
        add(key.view(), 1, key.people());
    }

    private void uncount(String text, LiveKey key) {
        int worth = key.worth();
        var ages = byWorthAndAge.get(worth);
        var texts = ages.get(key.oldestSlice());
        texts.remove(text);
        if (texts.isEmpty()) {
            ages.remove(key.oldestSlice());
        }
        sizes[worth]--;
        add(key.view(), -1, key.people());
    }

    private void add(String view, int sign, long people) {
        sums.merge(view, new LiveKeys(sign, sign * people, sign * people * people), LiveKeys::plus);
    }
}
