package dzvin.detector.core.watch;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Keeps what keys counted in their latest buckets, beside what is known of the keys themselves. Used by one thread. */
final class LatestCounts {
    static final TableSpec<HourCounts> TABLE = TableSpec.forRestart("latest-counts", new HourCounts.Codec());

    private static final String ZEROS = "0000000000";

    private final TimeGrid grid;
    private final Table<HourCounts> table;
    /** By hour: which keys have a row. */
    private final TreeMap<Long, Set<ViewKey>> written = new TreeMap<>();
    /** The hour that was last written, which is nearly always the next one, too, and its keys. */
    private long lastHour;

    private Set<ViewKey> keysOfLastHour;

    LatestCounts(TimeGrid grid, Table<HourCounts> table) {
        this.grid = grid;
        this.table = table;
    }

    /** Writes the hour of a bucket that a key has just counted in. */
    void keep(WatchedKey watched, long bucket) {
        if (!table.keeps()) {
            return;
        }
        long hour = grid.hourOf(bucket);
        long first = grid.firstBucketOf(hour);
        table.put(
                name(watched.key(), hour),
                new HourCounts.Running(watched.history(), first, first + grid.bucketsPerHour()));
        note(watched.key(), hour);
    }

    /** Gives each key its counts back. */
    void restore(Function<String, WatchedKey> keyByText) {
        var strays = new ArrayList<String>();
        table.forEach((name, hour) -> {
            int end = name.lastIndexOf('|');
            var watched = keyByText.apply(name.substring(0, end));
            if (watched == null) {
                strays.add(name);
            } else {
                hour.counts().forEach(count -> watched.history().restore(count.bucket(), count.people()));
                note(watched.key(), Long.parseLong(name.substring(end + 1)));
            }
        });
        strays.forEach(table::remove);
    }

    /** Drops the hours that their keys no longer remember, of those before an hour. */
    void forget(long before, Function<ViewKey, WatchedKey> keyed) {
        for (var hour : written.headMap(before).entrySet()) {
            long last = grid.firstBucketOf(hour.getKey()) + grid.bucketsPerHour() - 1;
            hour.getValue().removeIf(key -> {
                var watched = keyed.apply(key);
                boolean old = watched == null || watched.history().forgot(last);
                if (old) {
                    table.remove(name(key, hour.getKey()));
                }
                return old;
            });
        }
        written.values().removeIf(Set::isEmpty);
        keysOfLastHour = null;
    }

    /** Drops all hours of some keys. */
    void forget(Set<ViewKey> keys) {
        for (var hour : written.entrySet()) {
            for (ViewKey key : keys) {
                if (hour.getValue().remove(key)) {
                    table.remove(name(key, hour.getKey()));
                }
            }
        }
    }

    private void note(ViewKey key, long hour) {
        if (keysOfLastHour == null || hour != lastHour) {
            lastHour = hour;
            keysOfLastHour = written.computeIfAbsent(hour, any -> new HashSet<>());
        }
        keysOfLastHour.add(key);
    }

    private static String name(ViewKey key, long hour) {
        var digits = Long.toString(hour);
        return key.text() + "|" + ZEROS.substring(digits.length()) + digits;
    }
}
