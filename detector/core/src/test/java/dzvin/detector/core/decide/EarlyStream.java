package dzvin.detector.core.decide;

import static dzvin.detector.core.Reports.aReport;

import dzvin.detector.core.Chance;
import dzvin.detector.core.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sixteen quiet days, then a wave of some shape among everyday reports. */
final class EarlyStream {
    static final long START = Duration.ofDays(20_000).toMillis();
    static final long QUIET = Duration.ofDays(16).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long AFTER = 6 * HOUR;

    private final Chance chance;
    private final List<Report> reports = new ArrayList<>();

    private EarlyStream(long seed) {
        this.chance = new Chance(seed);
    }

    /** In the order of arrival, which is not that of time. */
    static List<Report> of(long seed, boolean late) {
        var stream = new EarlyStream(seed);
        stream.everyday(0, 1 + stream.chance.below(8));
        stream.wave();
        return stream.arrivals(late);
    }

    /** Sixteen quiet days, then six hours in which everything is told so many times as often, in the order of arrival. */
    static List<Report> step(long seed, int anHour, int times) {
        var stream = new EarlyStream(seed);
        stream.everyday(0, anHour);
        stream.everyday(QUIET / HOUR, (times - 1) * anHour);
        return stream.arrivals(false);
    }

    private void everyday(long from, int anHour) {
        for (long hour = from; hour < (QUIET + AFTER) / HOUR; hour++) {
            int count = chance.poisson(anHour * chance.factor(0.3));
            for (int i = 0; i < count; i++) {
                long at = START + hour * HOUR + chance.below((int) HOUR);
                add(at, "UA-" + (10 + chance.below(6)), "feature-" + chance.below(5), "person-" + chance.below(20_000));
            }
        }
    }

    private void wave() {
        int people = 6 + chance.below(chance.below(4) == 0 ? 300 : 40);
        long length = Duration.ofMinutes(2 + chance.below(50)).toMillis();
        long from = START + QUIET + chance.below((int) HOUR);
        boolean oneRegion = chance.below(3) == 0;
        var feature = chance.below(2) == 0 ? "new-words" : "feature-1";
        for (int i = 0; i < people; i++) {
            long at = from + chance.below((int) length);
            var region = "UA-" + (oneRegion ? 10 : 10 + chance.below(6));
            add(at, region, feature, "victim-" + chance.below(2 * people));
        }
    }

    private void add(long at, String region, String feature, String person) {
        int i = reports.size();
        reports.add(aReport("r" + i, at)
                .from(region)
                .saying(feature)
                .byNumber("+38044" + (1_000_000 + i * 7_919L % 9_000_000))
                .reportedBy(person)
                .build());
    }

    /** Moved by less than the grace, some reports by far more where they may be late. */
    private List<Report> arrivals(boolean late) {
        record Arrival(long at, Report report) {}
        var arrivals = new ArrayList<Arrival>();
        for (Report report : reports) {
            long delay = late && chance.below(10) == 0 ? 20 * 60_000 : 60_000;
            arrivals.add(new Arrival(report.receivedAt() + chance.below((int) delay), report));
        }
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        return arrivals.stream().map(Arrival::report).toList();
    }
}
