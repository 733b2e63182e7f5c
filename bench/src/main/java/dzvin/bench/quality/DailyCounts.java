package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What every region, feature and pair of them counts a day. Used by one thread. */
final class DailyCounts {
    private final int days;
    private final SortedMap<String, int[]> series = new TreeMap<>();

    DailyCounts(int days) {
        this.days = days;
    }

    void add(int day, Account account) {
        var region = "region=" + account.region();
        var keys = new ArrayList<>(List.of(region));
        for (String feature : account.features()) {
            keys.add("feature=" + feature);
            keys.add(region + ",feature=" + feature);
        }
        keys.forEach(key -> series.computeIfAbsent(key, any -> new int[days])[day]++);
    }

    int days() {
        return days;
    }

    Collection<int[]> all() {
        return series.values();
    }

    /** The series of all keys that hold this part. */
    List<int[]> holding(String part) {
        return series.entrySet().stream()
                .filter(one -> List.of(one.getKey().split(",", -1)).contains(part))
                .map(Map.Entry::getValue)
                .toList();
    }
}
