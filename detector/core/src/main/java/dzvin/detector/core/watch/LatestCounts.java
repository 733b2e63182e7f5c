package dzvin.detector.core.watch;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Function;

/** Keeps what keys counted in their latest buckets, beside what is known of the keys themselves. Used by one thread. */
final class LatestCounts {
    static final TableSpec<HourCounts> TABLE = new TableSpec<>("latest-counts", new HourCounts.Codec());

    private final TimeGrid grid;
    private final Table<HourCounts> table;

    LatestCounts(TimeGrid grid, Table<HourCounts> table) {
        this.grid = grid;
        this.table = table;
    }

    /** Writes the hour of a bucket that a key has just counted in. */
    void keep(WatchedKey watched, long bucket) {
        long hour = grid.hourOf(bucket);
        long first = grid.firstBucketOf(hour);
        var counts = new ArrayList<HourCounts.BucketCount>();
        watched.history()
                .forEachCount(
                        first,
                        first + grid.bucketsPerHour(),
                        (at, people) -> counts.add(new HourCounts.BucketCount(at, people)));
        table.put(name(watched.key(), hour), new HourCounts(counts));
    }

    /** Gives each key its counts back. */
    void restore(Function<String, WatchedKey> keyByName) {
        table.forEach((name, hour) -> {
            var watched = keyByName.apply(name.substring(0, name.lastIndexOf('|')));
            if (watched != null) {
                hour.counts().forEach(count -> watched.history().restore(count.bucket(), count.people()));
            }
        });
    }

    /** Drops the hours that their keys no longer remember. */
    void forget(Function<String, WatchedKey> keyByName) {
        var old = new ArrayList<String>();
        table.forEach((name, hour) -> {
            int end = name.lastIndexOf('|');
            var watched = keyByName.apply(name.substring(0, end));
            long first = grid.firstBucketOf(Long.parseLong(name.substring(end + 1)));
            if (watched == null || watched.history().forgot(first + grid.bucketsPerHour() - 1)) {
                old.add(name);
            }
        });
        old.forEach(table::remove);
    }

    private static String name(ViewKey key, long hour) {
        return Watch.name(key) + String.format(Locale.ROOT, "|%010d", hour);
    }
}
