package dzvin.detector.core.watch;

import dzvin.detector.core.baseline.Baseline;
import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.baseline.ViewKnowledge;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.scan.AlarmBudget;
import dzvin.detector.core.scan.NegativeBinomial;
import dzvin.detector.core.scan.Recurrence;
import dzvin.detector.core.scan.SurgeEvidence;
import dzvin.detector.core.time.TimeGrid;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/** Looks at a key at all scales at once, and over all starts. */
final class Scan {
    private static final double WEEK_MILLIS = Duration.ofDays(7).toMillis();
    private static final double WEEK_HOURS = Duration.ofDays(7).toHours();
    /** Fewer people than this are never a surge, whatever the baseline says. */
    private static final int FEWEST_PEOPLE = 3;

    private static final double NORMAL_DEVIATIONS = 2;
    private static final double SURE = 16;

    private final Baseline baseline;
    private final StartScan starts;
    private final AlarmBudget open;
    private final AlarmBudget closed;

    Scan(Policy policy, Baseline baseline, Exposure stream) {
        this.baseline = baseline;
        this.starts = new StartScan(TimeGrid.of(policy.bucket()), baseline, stream);
        int views = policy.views().size() + 1;
        int scales = policy.scales().size();
        this.open = new AlarmBudget(policy.falseAlarmsPerWeek(), views, scales);
        this.closed = new AlarmBudget(policy.falseAlarmsPerWeek(), views, scales + 1);
    }

    /** The surge of a key that a bucket ends, if there is one: at the scale that chance explains least, or else over all starts. */
    Optional<Surge> surge(WatchedKey watched, ViewKnowledge view, long bucket) {
        var inWindow = inWindow(watched, view, bucket);
        return inWindow.isPresent()
                ? inWindow
                : starts.surge(watched, view, bucket, share(watched, view))
                        .filter(surge -> surge.people() >= FEWEST_PEOPLE
                                && surge.from() >= watched.toldUntil()
                                && surge.logEvidence() > 0);
    }

    private Optional<Surge> inWindow(WatchedKey watched, ViewKnowledge view, long bucket) {
        double share = share(watched, view);
        Optional<Surge> rarest = Optional.empty();
        for (int scale = 0; scale < baseline.scales(); scale++) {
            long people = watched.history().people(scale);
            if (people >= FEWEST_PEOPLE && isNews(watched, scale, bucket)) {
                var expected = baseline.expected(watched.history(), watched.open(), view, scale, bucket);
                double perWeek = perWeek(watched.open() ? people - 1 : people, expected, windows(scale), share);
                if (perWeek <= share
                        && (rarest.isEmpty() || perWeek < rarest.get().perWeek())) {
                    rarest = Optional.of(found(bucket, scale, people, expected, perWeek));
                }
            }
        }
        return rarest;
    }

    /**
     * The surge that is sure to be found when a bucket closes that is still open: with a share so much smaller that keys which are seen
     * for the first time meanwhile cannot make up for it.
     *
     * @param people by index of the scale
     */
    Optional<Surge> sure(WatchedKey watched, ViewKnowledge view, long bucket, IntToLongFunction people) {
        double share = closed.share(view.sharing()) / SURE;
        for (int scale = 0; scale < baseline.scales(); scale++) {
            long count = people.applyAsLong(scale);
            if (count >= FEWEST_PEOPLE && isNews(watched, scale, bucket)) {
                var expected = baseline.mostExpected(watched.history(), view, scale, bucket);
                double perWeek = perWeek(count, expected, windows(scale), share);
                if (perWeek <= share) {
                    return Optional.of(found(bucket, scale, count, expected, perWeek));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a surge is over: at its own scale and over a day the key is back to what it should be. */
    boolean isOver(WatchedKey watched, ViewKnowledge view, Surge surge, long bucket) {
        for (int scale = 0; scale < baseline.scales(); scale++) {
            boolean tells = scale == surge.scale() || baseline.scale(scale).equals(Duration.ofDays(1));
            if (tells) {
                var expected = baseline.expected(watched.history(), watched.open(), view, scale, bucket);
                double normal = expected.mean() + NORMAL_DEVIATIONS * expected.deviation();
                if (watched.history().people(scale) > Math.max(1, normal)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a day that ends with this bucket has more people than chance would bring. */
    boolean isUnusualToday(WatchedKey watched, ViewKnowledge view, long bucket) {
        int day = scaleOfADay();
        var expected = baseline.expected(watched.history(), watched.open(), view, day, bucket);
        return watched.history().people(day) > expected.mean() + NORMAL_DEVIATIONS * expected.deviation();
    }

    /** Whether nothing in a scale's window was told of already. */
    private boolean isNews(WatchedKey watched, int scale, long bucket) {
        return bucket + 1 - baseline.buckets(scale) >= watched.toldUntil();
    }

    private int scaleOfADay() {
        int day = 0;
        for (int scale = 0; scale < baseline.scales(); scale++) {
            day = baseline.scale(scale).compareTo(Duration.ofDays(1)) <= 0 ? scale : day;
        }
        return day;
    }

    /** Whether chance brings as many people to a window as rarely as to ring, if it is expected to bring so many. */
    boolean surges(WatchedKey watched, ViewKnowledge view, long people, double hours, NegativeBinomial expected) {
        double share = share(watched, view);
        return perWeek(watched.open() ? people - 1 : people, expected, WEEK_HOURS / hours, share) <= share;
    }

    private double share(WatchedKey watched, ViewKnowledge view) {
        return (watched.open() ? open : closed).share(view.sharing());
    }

    private double windows(int scale) {
        return WEEK_MILLIS / baseline.scale(scale).toMillis();
    }

    /** How often a week chance brings as much; anything above the share where it is too often. */
    private static double perWeek(long count, NegativeBinomial expected, double windows, double share) {
        if (count <= expected.mean() + expected.deviation()) {
            return Double.POSITIVE_INFINITY;
        }
        double pmf = expected.pmf(count);
        double sliding = windows * Recurrence.bySliding(count, expected, pmf);
        return sliding > share ? sliding : Math.max(sliding, windows * expected.tail(count, pmf));
    }

    private Surge found(long bucket, int scale, long people, NegativeBinomial expected, double perWeek) {
        return new Surge(
                bucket,
                scale,
                bucket + 1 - baseline.buckets(scale),
                people,
                expected.mean(),
                SurgeEvidence.log(people, expected),
                perWeek);
    }
}
