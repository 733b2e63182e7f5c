package dzvin.detector.core.campaign;

import dzvin.detector.core.campaign.WeighedKeys.Weighed;
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

    static CoreKeys of(Collection<ViewKey> all, Watch watch, TimeGrid grid, long fromHour, long bucket) {
        long from = grid.firstBucketOf(fromHour);
        var keys = telling(all.stream()
                .map(key -> Weighed.of(key, watch, from, bucket + 1))
                .sorted(Comparator.comparingDouble(Weighed::excess).reversed().thenComparing(Weighed::key))
                .toList());
        var widest = widest(keys);
        return new CoreKeys(
                keys, widest, widest.stream().mapToDouble(watch::rate).sum());
    }

    /** The purest keys that surely hold half of what any surely hold; where none surely hold anything, the purest of all. */
    static List<ViewKey> telling(List<Weighed> byExcess) {
        var choices = purestFirst(byExcess);
        double enough =
                HELD * choices.stream().mapToDouble(WeighedKeys::surely).max().orElse(0);
        return choices.stream()
                .filter(keys -> keys.surely() >= enough)
                .findFirst()
                .map(WeighedKeys::names)
                .orElse(List.of());
    }

    /** All that are as pure as that together, then each key alone. */
    private static List<WeighedKeys> purestFirst(List<Weighed> byExcess) {
        var choices = new ArrayList<WeighedKeys>();
        for (double lift : TELLING_LIFTS) {
            var pure = byExcess.stream()
                    .filter(one -> one.lift() >= lift)
                    .limit(MOST_KEYS)
                    .toList();
            if (!pure.isEmpty()) {
                choices.add(new WeighedKeys(pure));
            }
        }
        byExcess.stream()
                .sorted(Comparator.comparingDouble(Weighed::lift).reversed().thenComparing(Weighed::key))
                .forEach(one -> choices.add(new WeighedKeys(List.of(one))));
        return choices;
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
