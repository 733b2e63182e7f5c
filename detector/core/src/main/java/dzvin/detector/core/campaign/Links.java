package dzvin.detector.core.campaign;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether two surging keys are about the same calls: what they share beyond what their baselines would share by chance must
 * explain half of the smaller one's excess. By chance, independent baselines share {@code μ_a · μ_b / μ_all}; so a popular
 * region or feature, which shares reports with everything, chains nothing together.
 */
final class Links {
    private static final double JOINS = 0.5;
    /** Well below what joins, lest campaigns join and part by turns. */
    private static final double HOLDS = 0.25;

    private static final int FEWEST_SHARED = 2;
    /** A share of fewer reports is not known well enough to part anything. */
    private static final int FEWEST_TO_PART = 10;

    private static final long LONGEST_HOURS = 7L * 24;

    /** Crowds that are kept until the next round, at the most. */
    private static final int MOST_KNOWN = 256;

    private final Watch watch;
    private final TimeGrid grid;
    private final Map<Stretch, LinkedCrowd> known = new HashMap<>();

    /** One key's hours, both inclusive. */
    private record Stretch(ViewKey key, long from, long to) {}

    Links(Watch watch, TimeGrid grid) {
        this.watch = watch;
        this.grid = grid;
    }

    /** Before each round of questions between which nothing is counted: many of them are about the same crowds. */
    void beginRound() {
        known.clear();
    }

    /** Over the time in which both surge, until a bucket, inclusive. */
    boolean linked(ViewKey one, ViewKey other, long bucket) {
        return common(one, other, bucket).explains(JOINS);
    }

    /** Whether two keys surely are about different calls. Two keys may be neither apart nor linked. */
    boolean apart(ViewKey one, ViewKey other, long bucket) {
        var common = common(one, other, bucket);
        return common.excess() > 0 && common.sampled() >= FEWEST_TO_PART && !common.explains(HOLDS);
    }

    /**
     * What two keys have in common, in reports.
     *
     * @param byChance what their baselines would share
     * @param excess of the smaller one, beyond its baseline
     * @param sampled reports of the smaller one that were looked at
     */
    private record Common(double shared, double byChance, double excess, int sampled) {
        /** Of keys one of which has nothing beyond its baseline: it neither joins nor parts. */
        static final Common NOTHING = new Common(0, 0, 0, 0);

        boolean explains(double part) {
            return excess > 0 && shared >= FEWEST_SHARED && shared - byChance >= part * excess;
        }
    }

    private Common common(ViewKey one, ViewKey other, long bucket) {
        long from = wholeHour(Math.max(begins(one, bucket), begins(other, bucket)));
        double all = watch.expectedBetween(Watch.ALL, from, bucket + 1);
        double expectedOne = watch.expectedBetween(one, from, bucket + 1);
        double expectedOther = watch.expectedBetween(other, from, bucket + 1);
        double byChance =
                all > 0 ? Math.min(expectedOne * expectedOther / all, Math.min(expectedOne, expectedOther)) : 0;
        var crowd = crowd(one, from, bucket);
        double excessOfOne = crowd.people() - expectedOne;
        if (excessOfOne <= 0) {
            return Common.NOTHING;
        }
        var others = crowd(other, from, bucket);
        double excess = Math.min(excessOfOne, others.people() - expectedOther);
        if (excess <= 0) {
            return Common.NOTHING;
        }
        long bound = Long.compareUnsigned(crowd.bound(), others.bound()) < 0 ? crowd.bound() : others.bound();
        var mine = crowd.reportsBelow(bound);
        var theirs = others.reportsBelow(bound);
        int sampled = Math.min(mine.size(), theirs.size());
        return new Common(inBoth(mine, theirs) / Cell.share(bound), byChance, excess, sampled);
    }

    private static int inBoth(Set<String> some, Set<String> others) {
        var smaller = some.size() <= others.size() ? some : others;
        var larger = some.size() <= others.size() ? others : some;
        int both = 0;
        for (String report : smaller) {
            both += larger.contains(report) ? 1 : 0;
        }
        return both;
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

    private LinkedCrowd crowd(ViewKey key, long from, long bucket) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Stretch(key, grid.hourOf(from), grid.hourOf(bucket)),
                stretch -> new LinkedCrowd(
                        Crowd.of(watch.samples(), List.of(stretch.key()), stretch.from(), stretch.to())));
    }
}
