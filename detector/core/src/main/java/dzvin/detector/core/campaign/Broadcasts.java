package dzvin.detector.core.campaign;

import dzvin.detector.core.baseline.Baseline;
import dzvin.detector.core.scan.NegativeBinomial;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.util.Optional;

/**
 * Tells a national step from a campaign: when the whole stream has risen, and regions and features alike have risen with it, people were
 * asked to report, and nothing was said about who calls. A key whose surge is no more than what everything shows has nothing to tell
 * of its own.
 */
final class Broadcasts {
    /** What rises must make up so much of what is usual, by region and by feature. */
    private static final double COVERED = 2.0 / 3;

    /** What is part of a rise stays so, unless it becomes so many times as high. */
    private static final double BEYOND = 2;

    private static final long DAY_HOURS = 24;
    private static final double SURE_DEVIATIONS = 3;
    private static final int FEWEST_REGIONS = 4;
    private static final int FEWEST_FEATURES = 3;

    private final Watch watch;
    private final TimeGrid grid;
    private final CommonLift common;
    private final Baseline baseline;

    /**
     * Everything rises.
     *
     * @param from first bucket of the window in which that shows best
     * @param lift how many times the usual
     */
    record Rise(long from, double lift) {}

    Broadcasts(Watch watch, TimeGrid grid) {
        this.watch = watch;
        this.grid = grid;
        this.common = new CommonLift(watch);
        this.baseline = watch.baseline();
    }

    /** How everything has risen until a bucket, inclusive, if everything has. */
    Optional<Rise> rise(long bucket) {
        return riseOfAll(bucket)
                .filter(rise -> isEven("feature", FEWEST_FEATURES, rise.from(), bucket)
                        && isEven("region", FEWEST_REGIONS, rise.from(), bucket));
    }

    /** How the whole stream has risen, of whatever it may be, in the window in which that shows best. */
    Optional<Rise> riseOfAll(long bucket) {
        double most = SURE_DEVIATIONS;
        Optional<Rise> clearest = Optional.empty();
        // What a broadcast that has ended has told is not told again.
        long told = watch.key(Watch.ALL).map(WatchedKey::toldUntil).orElse(Long.MIN_VALUE);
        for (int scale = 0; scale < baseline.scales(); scale++) {
            long from = bucket + 1 - baseline.buckets(scale);
            double deviations = deviations(from, bucket + 1);
            if (from >= told && deviations >= most) {
                most = deviations;
                clearest = Optional.of(new Rise(
                        from,
                        watch.peopleBetween(Watch.ALL, from, bucket + 1)
                                / watch.expectedBetween(Watch.ALL, from, bucket + 1)));
            }
        }
        return clearest;
    }

    /** Whether the whole stream is surely high in the day that ends with a bucket. */
    boolean isHighToday(long bucket) {
        return deviations(dayBefore(bucket), bucket + 1) >= SURE_DEVIATIONS;
    }

    /** By how many deviations the whole stream is above what is usual from one bucket, inclusive, to another, exclusive. */
    private double deviations(long from, long to) {
        return watch.chanceBetween(Watch.ALL, from, to)
                .map(usual -> (watch.peopleBetween(Watch.ALL, from, to) - usual.mean()) / usual.deviation())
                .orElse(0.0);
    }

    private boolean isEven(String view, int fewest, long from, long bucket) {
        var parts = watch.keysOf(view).stream()
                .map(WatchedKey::key)
                .map(key -> new Unlikeness.Part(
                        watch.peopleBetween(key, from, bucket + 1),
                        watch.chanceBetween(key, from, bucket + 1).orElseThrow()))
                .toList();
        if (parts.size() < fewest) {
            return false;
        }
        var unlikeness = Unlikeness.of(parts);
        return unlikeness.parts() >= fewest && unlikeness.covers(COVERED);
    }

    /**
     * Whether a key would not surge if everything that has risen had always been so high: in the window that shows the surge, when it begins; in
     * the latest day, afterwards.
     */
    boolean explains(Rise rise, WatchedKey watched, long bucket) {
        var surge = watched.surge().orElseThrow();
        boolean begins = surge.since() == bucket;
        long from = begins ? surge.from() : dayBefore(bucket);
        long to = bucket + 1;
        long people = begins ? surge.people() : watch.peopleBetween(watched.key(), from, to);
        var chance = watch.chanceBetween(watched.key(), from, to).orElseThrow();
        double usual = begins ? surge.expected() : chance.mean();
        return !watch.surges(
                watched, people, from, to, new NegativeBinomial(usual * lift(rise, from, to), chance.size()));
    }

    /**
     * Whether a key that was part of a rise is high by itself today, in a way that cannot be taken for chance or for an error of its
     * baseline.
     */
    boolean isOutgrown(WatchedKey watched, long bucket) {
        long from = dayBefore(bucket);
        long to = bucket + 1;
        long people = watch.peopleBetween(watched.key(), from, to);
        var chance = watch.chanceBetween(watched.key(), from, to).orElseThrow();
        var lifted = new NegativeBinomial(chance.mean() * common.between(from, to), chance.size());
        return !watched.key().equals(Watch.ALL)
                && people >= BEYOND * lifted.mean()
                && watch.surges(watched, people, from, to, lifted);
    }

    private long dayBefore(long bucket) {
        return bucket + 1 - DAY_HOURS * grid.bucketsPerHour();
    }

    /** Of everything in a key's own window, as it was counted there or as the clearest window has it. */
    private double lift(Rise rise, long from, long to) {
        double whole = watch.exposureBetween(from, to);
        if (whole <= 0) {
            return 1;
        }
        double risen = watch.exposureBetween(Math.min(to, Math.max(from, rise.from())), to);
        double counted = watch.peopleBetween(Watch.ALL, from, to) / watch.expectedBetween(Watch.ALL, from, to);
        return Math.max(counted, 1 + (rise.lift() - 1) * risen / whole);
    }
}
