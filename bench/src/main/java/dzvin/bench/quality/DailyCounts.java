package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What every region, feature and pair of them counts a day. Used by one thread. */
final class DailyCounts {
    private static final int WEEK = 7;
    private static final int LAG = 2;

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

    /**
     * What each day is worth beside the average one: by its weekday, from the whole stream as it was until two days before. One while there is not a
     * whole week.
     */
    double[] rhythm() {
        var rhythm = new double[days];
        var byWeekday = new double[WEEK];
        double sum = 0;
        for (int day = 0; day < days; day++) {
            int past = day - LAG - 1;
            if (past >= 0) {
                double count = total(past);
                byWeekday[past % WEEK] += count;
                sum += count;
            }
            int seen = Math.max(0, past + 1) / WEEK + (Math.max(0, past + 1) % WEEK > day % WEEK ? 1 : 0);
            rhythm[day] = past < WEEK || sum == 0 ? 1 : byWeekday[day % WEEK] / seen / (sum / (past + 1));
        }
        return rhythm;
    }

    private double total(int day) {
        double total = 0;
        for (var one : series.entrySet()) {
            total += one.getKey().startsWith("region=") && one.getKey().indexOf(',') < 0 ? one.getValue()[day] : 0;
        }
        return total;
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
