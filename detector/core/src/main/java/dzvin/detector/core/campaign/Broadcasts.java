package dzvin.detector.core.campaign;

import dzvin.detector.core.watch.Surge;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.util.OptionalDouble;

/**
 * Tells a national step from a campaign: when the whole stream surges and nearly every region and every feature rises with it,
 * by about as much, people were asked to report, and nothing was said about who calls.
 */
final class Broadcasts {
    private static final double SHARE_THAT_RISES = 0.8;
    private static final double LEAST_OF_THE_RISE = 0.5;
    private static final double MOST_OF_THE_LIFT = 2;
    private static final double FEWEST_EXPECTED = 2;
    private static final int FEWEST_REGIONS = 4;
    private static final int FEWEST_FEATURES = 3;

    private final Watch watch;

    Broadcasts(Watch watch) {
        this.watch = watch;
    }

    /** How much everything has risen, if everything has. */
    OptionalDouble lift(long bucket) {
        var all = watch.key(Watch.ALL).flatMap(WatchedKey::surge);
        if (all.isEmpty()) {
            return OptionalDouble.empty();
        }
        long from = all.get().from();
        double lift = lift(
                watch.peopleBetween(Watch.ALL, from, bucket + 1), watch.expectedBetween(Watch.ALL, from, bucket + 1));
        boolean everywhere = rises("region", lift, from, bucket, FEWEST_REGIONS)
                && rises("feature", lift, from, bucket, FEWEST_FEATURES);
        return everywhere ? OptionalDouble.of(lift) : OptionalDouble.empty();
    }

    /** Whether a surge is no stronger than what everything shows. */
    static boolean isPartOf(Surge surge, double lift) {
        return lift(surge.people(), surge.expected()) <= MOST_OF_THE_LIFT * lift;
    }

    private boolean rises(String view, double lift, long from, long bucket, int fewest) {
        int known = 0;
        int rising = 0;
        for (WatchedKey watched : watch.keysOf(view)) {
            double expected = watch.expectedBetween(watched.key(), from, bucket + 1);
            if (expected >= FEWEST_EXPECTED) {
                double own = lift(watch.peopleBetween(watched.key(), from, bucket + 1), expected);
                known++;
                rising += isAlike(own, lift) ? 1 : 0;
            }
        }
        return known >= fewest && rising >= SHARE_THAT_RISES * known;
    }

    private static boolean isAlike(double own, double lift) {
        return own - 1 >= LEAST_OF_THE_RISE * (lift - 1) && own <= MOST_OF_THE_LIFT * lift;
    }

    private static double lift(double people, double expected) {
        return people / Math.max(expected, 1e-6);
    }
}
