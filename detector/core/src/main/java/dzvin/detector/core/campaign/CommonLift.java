package dzvin.detector.core.campaign;

import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.util.ArrayList;
import java.util.Comparator;

/**
 * How many times the usual most of the stream is: as the whole shows, but no more than half of its regions, and half of its
 * features, weighed by what is usual, show. A campaign that raises the whole by itself is not most of the stream.
 */
final class CommonLift {
    private final Watch watch;

    private record Part(double lift, double usual) {}

    CommonLift(Watch watch) {
        this.watch = watch;
    }

    /** From one bucket, inclusive, to another, exclusive; at least one. */
    double between(long from, long to) {
        double usual = watch.expectedBetween(Watch.ALL, from, to);
        double whole = usual > 0 ? watch.peopleBetween(Watch.ALL, from, to) / usual : 1;
        return Math.max(1, Math.min(whole, Math.min(median("region", from, to), median("feature", from, to))));
    }

    /** Without bound where a view is not watched. */
    private double median(String view, long from, long to) {
        var parts = new ArrayList<Part>();
        double all = 0;
        for (WatchedKey watched : watch.keysOf(view)) {
            double usual = watch.expectedBetween(watched.key(), from, to);
            if (usual > 0) {
                parts.add(new Part(watch.peopleBetween(watched.key(), from, to) / usual, usual));
                all += usual;
            }
        }
        parts.sort(Comparator.comparingDouble(Part::lift));
        double below = 0;
        for (Part part : parts) {
            below += part.usual();
            if (below >= all / 2) {
                return part.lift();
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
