package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Reports by code: a region, a feature, a family, a number. Used by one thread. */
final class Tally {
    private static final Comparator<Counted> LEAST_FIRST = Comparator.<Counted>comparingLong(counted -> counted.reports)
            .thenComparing(counted -> counted.code, Comparator.reverseOrder());

    private final Map<String, Counted> counts = new HashMap<>();

    private static final class Counted {
        private final String code;
        private long reports;

        Counted(String code) {
            this.code = code;
        }
    }

    void add(String code, long reports) {
        var counted = counts.get(code);
        if (counted == null) {
            counted = new Counted(code);
            counts.put(code, counted);
        }
        counted.reports += reports;
    }

    /** How many codes there are. */
    int codes() {
        return counts.size();
    }

    /** Reports by code, in the order of codes. */
    List<Long> inOrder() {
        var sorted = new TreeMap<String, Long>();
        counts.forEach((code, counted) -> sorted.put(code, counted.reports));
        return List.copyOf(sorted.values());
    }

    /** The codes of most reports, most first, ties in the order of codes. */
    List<Share> largest(int most, Crowd crowd, ToDoubleFunction<String> expected) {
        var largest = new PriorityQueue<>(LEAST_FIRST);
        for (Counted counted : counts.values()) {
            if (largest.size() < most) {
                largest.add(counted);
            } else if (LEAST_FIRST.compare(counted, largest.peek()) > 0) {
                largest.poll();
                largest.add(counted);
            }
        }
        var order = new ArrayList<>(largest);
        order.sort(LEAST_FIRST.reversed());
        return order.stream()
                .map(counted ->
                        new Share(counted.code, crowd.scaled(counted.reports), expected.applyAsDouble(counted.code)))
                .toList();
    }
}
