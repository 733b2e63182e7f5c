package dzvin.bench.quality;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.scan.NegativeBinomial;
import dzvin.detector.core.view.ViewKey;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What {@link EDetector}s of one kind say of every key, hour by hour of a stream. Used by one thread. */
final class EvidenceRun {
    private static final int HOURS_A_DAY = 24;
    private static final long FIRST_HOUR = Bench.START / 3_600_000;

    private final int hours;
    private final EDetector.Kind kind;
    private final SortedMap<ViewKey, EDetector> detectors = new TreeMap<>();
    private final SortedMap<ViewKey, double[]> values = new TreeMap<>();

    private EvidenceRun(EDetector.Kind kind, int hours) {
        this.kind = kind;
        this.hours = hours;
    }

    /** A run for each kind, over the same stream and those of its keys that are wanted. */
    static List<EvidenceRun> of(Policy policy, int days, Predicate<ViewKey> wanted, Stream stream) {
        var runs = Arrays.stream(EDetector.Kind.values())
                .map(kind -> new EvidenceRun(kind, days * HOURS_A_DAY))
                .toList();
        var baseline = new BaselineWatch(
                policy,
                1,
                wanted,
                (key, hour, people, expected) -> runs.forEach(run -> run.take(key, hour, people, expected)));
        var cells = new Bench(policy);
        for (long bucket = 0; bucket < (long) days * Background.BUCKETS_PER_DAY; bucket++) {
            baseline.close(cells.closed(bucket, stream.bucket(bucket)));
        }
        baseline.close(cells.closed((long) days * Background.BUCKETS_PER_DAY, List.of()));
        return runs;
    }

    /** The reports of a bucket, asked for in order. */
    interface Stream {
        List<Account> bucket(long bucket);
    }

    private void take(ViewKey key, long hour, long people, NegativeBinomial expected) {
        var detector = detectors.computeIfAbsent(key, any -> new EDetector(kind));
        values(key)[(int) (hour - FIRST_HOUR)] = detector.take(hour, people, expected);
    }

    private double[] values(ViewKey key) {
        return values.computeIfAbsent(key, any -> {
            var none = new double[hours];
            Arrays.fill(none, Double.NEGATIVE_INFINITY);
            return none;
        });
    }

    EDetector.Kind kind() {
        return kind;
    }

    /** By key: the largest value of each day. */
    List<double[]> days() {
        return values.values().stream().map(EvidenceRun::days).toList();
    }

    private static double[] days(double[] byHour) {
        var days = new double[byHour.length / HOURS_A_DAY];
        Arrays.fill(days, Double.NEGATIVE_INFINITY);
        for (int hour = 0; hour < byHour.length; hour++) {
            days[hour / HOURS_A_DAY] = Math.max(days[hour / HOURS_A_DAY], byHour[hour]);
        }
        return days;
    }

    /** The end of the first hour, from this one on, in which a key begins to ring; hours of the whole stream and more if none. */
    int firstRing(int from, double threshold) {
        int first = Integer.MAX_VALUE;
        for (double[] byHour : values.values()) {
            int day = StreamPeer.firstRing(days(byHour), from / HOURS_A_DAY, threshold);
            for (int hour = Math.max(from, day * HOURS_A_DAY);
                    hour < Math.min(hours, (day + 1) * HOURS_A_DAY);
                    hour++) {
                first = byHour[hour] > threshold ? Math.min(first, hour + 1) : first;
            }
        }
        return first;
    }
}
