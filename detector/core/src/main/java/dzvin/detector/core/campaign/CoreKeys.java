package dzvin.detector.core.campaign;

import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of a campaign that say most about it: those where hardly anything was counted that the baseline explains. A region
 * whose everyday calls outnumber the campaign's would only dilute the evidence.
 *
 * @param keys the most telling first
 * @param widest those of them that are no part of another: together they expect no more than all of them
 * @param rate people that chance brings to the widest in an average hour: no less than the truth, for they overlap
 */
record CoreKeys(List<ViewKey> keys, List<ViewKey> widest, double rate) {
    /** From keys that hold hardly anything else to keys that hold as much else. */
    private static final List<Double> TELLING_LIFTS = List.of(10.0, 5.0, 2.0);

    private static final double HELD = 0.5;
    private static final int MOST_KEYS = 40;

    private record Weighed(ViewKey key, double people, double expected) {
        double excess() {
            return people - expected;
        }

        double lift() {
            return people / Math.max(expected, 1e-6);
        }
    }

    static CoreKeys of(Collection<ViewKey> all, Watch watch, TimeGrid grid, long fromHour, long bucket) {
        long from = grid.firstBucketOf(fromHour);
        var weighed = new ArrayList<Weighed>();
        for (ViewKey key : all) {
            weighed.add(new Weighed(
                    key, watch.peopleBetween(key, from, bucket + 1), watch.expectedBetween(key, from, bucket + 1)));
        }
        weighed.sort(Comparator.comparingDouble(Weighed::excess).reversed().thenComparing(Weighed::key));
        var keys = telling(weighed);
        var widest = widest(keys);
        return new CoreKeys(
                keys, widest, widest.stream().mapToDouble(watch::rate).sum());
    }

    /** The purest keys that still hold half of what the largest one has beyond its baseline; at least the purest of all. */
    private static List<ViewKey> telling(List<Weighed> byExcess) {
        double largest = byExcess.isEmpty() ? 0 : byExcess.get(0).excess();
        for (double lift : TELLING_LIFTS) {
            var pure = byExcess.stream().filter(one -> one.lift() >= lift).toList();
            if (!pure.isEmpty() && pure.get(0).excess() >= HELD * largest) {
                return pure.stream().limit(MOST_KEYS).map(Weighed::key).toList();
            }
        }
        return byExcess.stream()
                .max(Comparator.comparingDouble(Weighed::lift).thenComparing(Weighed::key))
                .map(Weighed::key)
                .stream()
                .toList();
    }

    private static List<ViewKey> widest(List<ViewKey> keys) {
        return keys.stream()
                .filter(key -> keys.stream().noneMatch(other -> !other.equals(key) && isPartOf(key, other)))
                .toList();
    }

    static boolean isPartOf(ViewKey narrow, ViewKey wide) {
        return parts(narrow).containsAll(parts(wide));
    }

    private static Set<String> parts(ViewKey key) {
        return new HashSet<>(Arrays.asList(key.text().split(",", -1)));
    }

    /** People that chance brings to them from one bucket, inclusive, to another, exclusive. */
    double expected(Watch watch, long from, long to) {
        return rate * watch.exposureBetween(from, to);
    }
}
