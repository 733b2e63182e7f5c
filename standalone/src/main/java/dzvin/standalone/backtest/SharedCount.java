package dzvin.standalone.backtest;

import dzvin.detector.core.Counting;
import dzvin.detector.core.Report;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.count.PartitionCounts;
import dzvin.detector.core.policy.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Trials whose policies count alike: counted once, and decided on in stretches, each trial on a thread of its own while the next stretch
 * is counted. Used by one thread.
 */
final class SharedCount {
    private static final long STEP = Duration.ofHours(1).toMillis();
    private static final Duration PATIENCE = Duration.ofDays(30);
    private static final int BUCKETS_IN_STRETCH = 256;

    private final Policy basis;
    private final Counting counting;
    private final List<Trial> trials;
    private final Executor threads;
    private List<ClosedBucket> stretch = new ArrayList<>();
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    SharedCount(List<Trial> trials, int partitions, Executor threads) {
        this.basis = trials.get(0).candidate().policy();
        this.counting = new Counting(basis, partitions);
        this.trials = List.copyOf(trials);
        this.threads = threads;
    }

    void report(int partition, Report report) {
        take(counting.take(partition, report));
    }

    void heartbeat(int partition, long at) {
        take(counting.heartbeat(partition, at));
    }

    PartitionCounts counts() {
        return counting.counts();
    }

    /** Lets what was counted be decided; with silence after it, until every trial is calm, within reason. */
    void finish(boolean silence) {
        long at = counting.watermark();
        if (silence && at != Long.MIN_VALUE) {
            at += basis.bucket().plus(basis.grace()).toMillis();
            long end = at + PATIENCE.plus(longestSilence()).toMillis();
            take(counting.heartbeat(at));
            decideAll();
            while (at < end && !trials.stream().allMatch(Trial::isCalm)) {
                at += STEP;
                take(counting.heartbeat(at));
                decideAll();
            }
        }
        decideAll();
    }

    private Duration longestSilence() {
        return trials.stream()
                .map(trial -> trial.candidate().policy().stages().endedAfter())
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private void take(List<ClosedBucket> closed) {
        stretch.addAll(closed);
        if (stretch.size() >= BUCKETS_IN_STRETCH) {
            dispatch();
        }
    }

    private void decideAll() {
        dispatch();
        awaitUnderWay();
    }

    private void dispatch() {
        awaitUnderWay();
        var buckets = stretch;
        stretch = new ArrayList<>();
        underWay = CompletableFuture.allOf(trials.stream()
                .map(trial -> CompletableFuture.runAsync(() -> trial.decide(buckets), threads))
                .toArray(CompletableFuture[]::new));
    }

    private void awaitUnderWay() {
        try {
            underWay.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a policy could not decide", e.getCause());
        }
    }
}
