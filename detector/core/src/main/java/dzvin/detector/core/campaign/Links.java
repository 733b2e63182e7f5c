package dzvin.detector.core.campaign;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import java.util.List;

/**
 * Whether two surging keys are about the same calls: what they share beyond what their baselines would share by chance must
 * explain half of the smaller one's excess. By chance, independent baselines share {@code μ_a · μ_b / μ_all}; so a popular
 * region or feature, which shares reports with everything, chains nothing together.
 */
final class Links {
    private static final double EXPLAINED = 0.5;
    private static final int FEWEST_SHARED = 2;
    private static final long LONGEST_HOURS = 7L * 24;

    private final Watch watch;
    private final TimeGrid grid;

    Links(Watch watch, TimeGrid grid) {
        this.watch = watch;
        this.grid = grid;
    }

    /** Over the time in which both surge, until a bucket, inclusive. */
    boolean linked(ViewKey one, ViewKey other, long bucket) {
        long from = wholeHour(Math.max(begins(one, bucket), begins(other, bucket)));
        double all = watch.expectedBetween(Watch.ALL, from, bucket + 1);
        double expectedOne = watch.expectedBetween(one, from, bucket + 1);
        double expectedOther = watch.expectedBetween(other, from, bucket + 1);
        var people = crowd(one, from, bucket);
        var others = crowd(other, from, bucket);
        double shared = shared(people, others);
        double excess = Math.min(people.people() - expectedOne, others.people() - expectedOther);
        if (excess <= 0 || shared < FEWEST_SHARED) {
            return false;
        }
        double byChance =
                all > 0 ? Math.min(expectedOne * expectedOther / all, Math.min(expectedOne, expectedOther)) : 0;
        return shared - byChance >= EXPLAINED * excess;
    }

    private long wholeHour(long bucket) {
        return grid.firstBucketOf(grid.hourOf(bucket));
    }

    private long begins(ViewKey key, long bucket) {
        long longest = grid.firstBucketOf(grid.hourOf(bucket) - LONGEST_HOURS);
        return watch.key(key)
                .flatMap(watched -> watched.surge())
                .map(surge -> Math.max(longest, surge.from()))
                .orElse(longest);
    }

    private Crowd crowd(ViewKey key, long from, long bucket) {
        return Crowd.of(watch.samples(), List.of(key), grid.hourOf(from), grid.hourOf(bucket));
    }

    private static double shared(Crowd one, Crowd other) {
        long bound = Long.compareUnsigned(one.bound(), other.bound()) < 0 ? one.bound() : other.bound();
        var both = one.reportsBelow(bound);
        both.retainAll(other.reportsBelow(bound));
        return both.size() / Cell.share(bound);
    }
}
