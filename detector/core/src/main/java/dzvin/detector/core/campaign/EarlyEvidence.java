package dzvin.detector.core.campaign;

import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.decide.Evidence;
import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.decide.SurgeSignal;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.OpenCells;
import dzvin.detector.core.watch.Samples;
import dzvin.detector.core.watch.WatchedKey;
import java.util.List;
import java.util.Optional;

/** What is known of a surge while its bucket is open: one key's people, those of open buckets included. */
final class EarlyEvidence {
    private static final int FEWEST_SHARED = 2;

    private final Policy policy;
    private final Samples samples;
    private final OpenCells open;
    private final TimeGrid grid;
    private final Signals signals;

    EarlyEvidence(Policy policy, Samples samples, OpenCells open) {
        this.policy = policy;
        this.samples = samples;
        this.open = open;
        this.grid = TimeGrid.of(policy.bucket());
        this.signals = new Signals(policy);
    }

    Evidence of(WatchedKey watched, long bucket) {
        var surge = watched.surge().orElseThrow();
        return of(watched.key(), surge.from(), surge.expected(), surge.logEvidence(), bucket);
    }

    /** @param from first bucket of the window */
    Evidence of(ViewKey key, long from, double expected, double logEvidence, long bucket) {
        long start = grid.startMillis(from);
        long at = grid.endMillis(bucket);
        return new CrowdEvidence(crowd(key, from, bucket), expected, region -> 0, policy.population())
                .of(new Onset(start, start, at), start, at, Optional.empty(), logEvidence);
    }

    SurgeSignal signal(WatchedKey watched, long bucket) {
        long from = watched.surge().orElseThrow().from();
        return signals.of(watched, crowd(watched.key(), from, bucket), bucket, Optional.empty());
    }

    /** Whether a surge shares half of the smaller one's reports with another key. */
    boolean sameCalls(WatchedKey surge, ViewKey other, long bucket) {
        long from = surge.surge().orElseThrow().from();
        var mine = crowd(surge.key(), from, bucket);
        var theirs = crowd(other, from, bucket);
        long bound = Long.compareUnsigned(mine.bound(), theirs.bound()) < 0 ? mine.bound() : theirs.bound();
        var shared = mine.reportsBelow(bound);
        int smaller = Math.min(shared.size(), theirs.reportsBelow(bound).size());
        shared.retainAll(theirs.reportsBelow(bound));
        return shared.size() >= FEWEST_SHARED && 2 * shared.size() >= smaller;
    }

    private Crowd crowd(ViewKey key, long from, long bucket) {
        var crowd = Crowd.of(samples, List.of(key), grid.hourOf(from), grid.hourOf(bucket));
        for (KeyCell cell : open.of(key, bucket)) {
            crowd = crowd.with(grid.hourOf(cell.bucket()), cell.cell());
        }
        return crowd;
    }
}
