package dzvin.detector.core.watch;

import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.count.Voice;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks at a key of a closed view while buckets are open: does it surge already, whatever else may come? People so far, fewer than were
 * counted by a margin, are held against what is expected of the <em>whole</em> bucket, more than is expected by a margin. More
 * reports can only strengthen that, so the same surge is found when the bucket closes. Changes nothing. Used by one thread.
 */
public final class EarlyWatch {
    /** Of so many newcomers in an open bucket one is not relied on: a sample may take their place, or a late report. */
    private static final int ONE_IN = 8;

    private final TimeGrid grid;
    private final Exposure stream;
    private final Watch watch;
    private final Scan scan;
    private final OpenCells open;

    public EarlyWatch(Policy policy, Exposure stream, Watch watch, OpenCells open) {
        this.grid = TimeGrid.of(policy.bucket());
        this.stream = stream;
        this.watch = watch;
        this.scan = new Scan(policy, watch.baseline(), stream);
        this.open = open;
    }

    /** The surge of a key in windows that end with an open bucket, if it is sure and has not begun yet. */
    public Optional<WatchedKey> surge(ViewKey key, long bucket) {
        if (!stream.isRunning() || stream.isGrey() || grid.hourOf(bucket) > stream.hour() + 1) {
            return Optional.empty();
        }
        var watched = watch.key(key)
                .orElseGet(() -> WatchedKey.first(key, false, watch.baseline().newKey(false, bucket)));
        if (watched.surge().isPresent()) {
            return Optional.empty();
        }
        var newcomers = newcomers(key, bucket);
        return scan.sure(
                        watched,
                        watch.knowledge(key.view()),
                        bucket,
                        scale -> people(watched, newcomers, scale, bucket))
                .map(watched::with);
    }

    private long people(WatchedKey watched, SortedMap<Long, Long> newcomers, int scale, long bucket) {
        long from = bucket + 1 - watch.baseline().buckets(scale);
        long sure = 0;
        for (long found : newcomers.tailMap(from).values()) {
            sure += found - (found + ONE_IN - 1) / ONE_IN;
        }
        return watched.history().peopleBetween(from, bucket + 1) + sure;
    }

    /** By open bucket: people who had said nothing to the key in the day before. */
    private SortedMap<Long, Long> newcomers(ViewKey key, long bucket) {
        long hour = grid.hourOf(bucket);
        long from = hour - RecentPeople.HORIZON_HOURS;
        long bound = watch.samples().lowestBound(key, from, hour);
        var cells = open.of(key, bucket);
        for (KeyCell cell : cells) {
            bound = Long.compareUnsigned(cell.cell().bound(), bound) < 0
                    ? cell.cell().bound()
                    : bound;
        }
        Set<Long> heard = new HashSet<>();
        watch.samples()
                .between(key, from, hour, (at, cell) -> cell.voices().forEach(voice -> heard.add(voice.person())));
        var newcomers = new TreeMap<Long, Long>();
        for (KeyCell cell : cells) {
            newcomers.put(cell.bucket(), (long) (found(cell.cell().voices(), bound, heard) / Cell.share(bound)));
        }
        return newcomers;
    }

    private static long found(List<Voice> voices, long bound, Set<Long> heard) {
        long found = 0;
        for (Voice voice : voices) {
            boolean sampled = bound == Cell.EVERYBODY || Long.compareUnsigned(voice.person(), bound) < 0;
            found += sampled && heard.add(voice.person()) ? 1 : 0;
        }
        return found;
    }
}
