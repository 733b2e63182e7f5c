package dzvin.bench.quality;

import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.scan.NegativeBinomial;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.View;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Samples;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The product's baseline under another detector: the same {@link Watch} of the same reports, surges held back from learning as in the product, but no
 * campaigns; at the end of each hour or day every key of the closed views, with what it counted and what chance was expected to bring. Used
 * by one thread.
 */
final class BaselineWatch {
    private final Policy policy;
    private final TimeGrid grid;
    private final Exposure stream;
    private final Watch watch;
    private final TreeMap<ViewKey, Long> running = new TreeMap<>();
    private final int step;
    private final Predicate<ViewKey> wanted;
    private final Listener listener;

    /** Takes counts of keys. */
    interface Listener {
        /** @param hour that has ended, since the epoch */
        void counted(ViewKey key, long hour, long people, NegativeBinomial expected);
    }

    /**
     * @param step hours that are counted together, a divisor of a day
     * @param wanted keys that are told
     */
    BaselineWatch(Policy policy, int step, Predicate<ViewKey> wanted, Listener listener) {
        this.policy = policy;
        this.step = step;
        this.wanted = wanted;
        this.listener = listener;
        this.grid = TimeGrid.of(policy.bucket());
        this.stream = new Exposure(policy);
        var tables = Tables.ofOneRun();
        this.watch = new Watch(policy, stream, new Samples(grid, stream.hour(), tables), tables);
    }

    /** Takes a bucket; hours before its own have ended with it. */
    void close(ClosedBucket bucket) {
        long hour = grid.hourOf(bucket.bucket());
        if (!stream.isRunning()) {
            stream.begin(hour);
        }
        while (stream.hour() < hour) {
            endHour();
        }
        for (KeyCell cell : bucket.cells()) {
            watch.take(cell);
            running.merge(cell.key(), cell.cell().people(), Long::sum);
        }
    }

    private void endHour() {
        long hour = stream.hour();
        if (Math.floorMod(hour + 1, step) == 0) {
            if (!stream.isGrey()) {
                tell(hour);
            }
            running.clear();
        }
        watch.endHour(hour);
        stream.nextHour();
    }

    private void tell(long hour) {
        for (View view : policy.views()) {
            if (!view.isOpen()) {
                for (WatchedKey watched : watch.keysOf(view.name())) {
                    if (wanted.test(watched.key())) {
                        tell(watched.key(), hour);
                    }
                }
            }
        }
    }

    private void tell(ViewKey key, long hour) {
        long from = grid.firstBucketOf(hour + 1 - step);
        long to = grid.firstBucketOf(hour + 1);
        if (watch.exposureBetween(from, to) > 0) {
            listener.counted(
                    key,
                    hour,
                    running.getOrDefault(key, 0L),
                    watch.chanceBetween(key, from, to).orElseThrow());
        }
    }
}
