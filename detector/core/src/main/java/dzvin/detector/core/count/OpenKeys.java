package dzvin.detector.core.count;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.View;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/**
 * Decides which keys of open views are handed on: those with {@value LiveKey#GROWN_FROM} or more different people within the longest
 * scale. Younger ones are remembered, so that their first cells are not lost; how many is bounded, so that a flood of
 * fresh numbers ends with the least of them forgotten and not with the memory.
 *
 * <p>Time within the longest scale is kept in slices, a seventh of it each, so that people leave by whole slices: a window is never
 * shorter than the scale, and at most one slice longer.
 */
final class OpenKeys {
    private static final int SLICES = 7;

    private final LiveKeyTable live;
    private final long slice;
    private final int most;
    private long forgotten;

    /**
     * @param most young keys, and as many grown ones, that are remembered
     * @param forgotten how many had to be forgotten so far
     */
    OpenKeys(Policy policy, int most, long forgotten, Tables tables) {
        this.live = new LiveKeyTable(
                policy.views().stream().filter(View::isOpen).map(View::name).toList(), tables);
        var longest = policy.scales().stream().max(Duration::compareTo).orElse(Duration.ZERO);
        this.slice = Math.max(1, (TimeGrid.of(policy.bucket()).buckets(longest) + SLICES - 1) / SLICES);
        this.most = most;
        this.forgotten = forgotten;
    }

    /** A cell's key passes with its earlier cells, or it is held. */
    record Admission(boolean passes, List<KeyCell> earlier) {
        private static final Admission PASSES = new Admission(true, List.of());
        private static final Admission HELD = new Admission(false, List.of());
    }

    /** Says which keys have cells next. */
    void expect(List<String> texts) {
        live.expect(texts);
    }

    /** Takes the next cell, decided with the bucket {@code closing}. */
    Admission admit(KeyCell cell, long closing) {
        var text = cell.key().text();
        var before = live.get(text);
        long cellSlice = Math.floorDiv(cell.bucket(), slice);
        if (cellSlice < oldestAlive(closing)) {
            return before != null && before.grown() ? Admission.PASSES : Admission.HELD;
        }
        if (before == null) {
            return admitNew(cell, PeopleSample.of(cellSlice, cell.cell()));
        }
        var now = before.with(PeopleSample.of(cellSlice, cell.cell()));
        if (now.grown()) {
            live.replace(cell.key(), before, now);
            return Admission.PASSES;
        }
        return admitYoung(cell, before, now, closing);
    }

    private Admission admitNew(KeyCell first, PeopleSample people) {
        boolean passes = PeopleSample.count(List.of(people)) >= LiveKey.GROWN_FROM;
        live.replace(
                first.key(), null, passes ? LiveKey.grown(first.key(), people) : LiveKey.young(first, people.slice()));
        keepWithinBounds();
        return passes ? Admission.PASSES : Admission.HELD;
    }

    private Admission admitYoung(KeyCell cell, LiveKey before, LiveKey now, long closing) {
        var key = cell.key();
        long firstBucket = oldestAlive(closing) * slice;
        if (now.people() >= LiveKey.GROWN_FROM) {
            live.replace(key, before, now.handedOn());
            keepWithinBounds();
            return new Admission(true, now.held().from(key, firstBucket));
        }
        live.replace(key, before, now.holding(now.held().with(cell, firstBucket)));
        keepWithinBounds();
        return Admission.HELD;
    }

    private void keepWithinBounds() {
        while (live.young() > most) {
            live.forgetLeastYoung();
            forgotten++;
        }
        while (live.grown() > most) {
            live.forgetOldestGrown();
            forgotten++;
        }
    }

    /** The first bucket at which something alive now is too old; {@link Long#MAX_VALUE} if nothing is alive. */
    long nextExpiry() {
        long oldest = live.oldestSlice();
        return oldest == Long.MAX_VALUE ? oldest : (oldest + SLICES + 1) * slice;
    }

    /** Lets go of what is too old at a bucket. */
    void expire(long bucket) {
        live.expireBefore(oldestAlive(bucket));
    }

    /** What is alive, by view. */
    SortedMap<String, LiveKeys> sums() {
        return live.sums();
    }

    /** Keys that had to be forgotten before their time, since there were too many. */
    long forgotten() {
        return forgotten;
    }

    /** Live keys, young and grown. */
    int size() {
        return live.young() + live.grown();
    }

    private long oldestAlive(long bucket) {
        return Math.floorDiv(bucket, slice) - SLICES;
    }
}
