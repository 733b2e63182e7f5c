package dzvin.bench.quality;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A method of outbreak surveillance set on a stream as an office would set it: on the daily counts of every region, feature and pair of them, with one
 * threshold for all. It rings at the end of a day.
 */
record StreamPeer(String name, Statistic statistic) {
    /** Days before a method has its baseline. */
    static final int BASELINE_DAYS = EssenceSwitch.FIRST;

    private static final int QUIET_DAYS = 7;
    private static final double FIRST_THRESHOLD = 0.2;
    private static final double LAST_THRESHOLD = 100;
    private static final double STEP = 1.02;

    /** What a method makes of a series, told what each day is worth beside the average one. */
    interface Statistic {
        DayStatistic of(int[] counts, double[] rhythm);
    }

    static List<StreamPeer> all() {
        return List.of(
                plain("C1", DailyPeers::c1),
                plain("C2", DailyPeers::c2),
                plain("C3", DailyPeers::c3),
                plain("threshold", DailyPeers::count),
                plain("z-score", DailyPeers::zScore),
                plain("EWMA", DailyPeers::average),
                plain("ESSENCE switch", DailyPeers::essence),
                new StreamPeer("NB-CUSUM", (counts, rhythm) -> threshold -> DailyPeers.cusum(counts, threshold)),
                glr("GLR-NB, 7 days", 6),
                glr("GLR-NB, 14 days", 13));
    }

    private static StreamPeer plain(String name, Function<int[], double[]> statistic) {
        return new StreamPeer(name, (counts, rhythm) -> DayStatistic.plain(statistic.apply(counts)));
    }

    private static StreamPeer glr(String name, int window) {
        return new StreamPeer(
                name, (counts, rhythm) -> new GlrNb(counts, CountModel.running(counts, rhythm), window)::values);
    }

    /** The lowest threshold at which a stream without a campaign brings no more alarms a week than this, counted as in {@link #alarms}. */
    double threshold(DailyCounts quiet, double perWeek) {
        var statistics = of(quiet);
        double threshold = FIRST_THRESHOLD;
        while (alarms(statistics, threshold) > most(quiet.days(), perWeek)) {
            threshold *= STEP;
        }
        return threshold;
    }

    /** The same of statistics that are above a low threshold without end, and so begin to ring but once: from above. */
    static double thresholdFromAbove(List<DayStatistic> quiet, int days, double perWeek) {
        double threshold = LAST_THRESHOLD;
        while (alarms(quiet, threshold / STEP) <= most(days, perWeek)) {
            threshold /= STEP;
        }
        return threshold;
    }

    private static double most(int days, double perWeek) {
        return perWeek * (days - BASELINE_DAYS) / 7;
    }

    /** Days after the baseline on which some series begins to ring. However many do on one day, they are one alarm: to the method's favour. */
    int alarms(DailyCounts counts, double threshold) {
        return alarms(of(counts), threshold);
    }

    private List<DayStatistic> of(DailyCounts counts) {
        var rhythm = counts.rhythm();
        return counts.all().stream().map(series -> statistic.of(series, rhythm)).toList();
    }

    /** Days after the baseline on which some of these begins to ring. */
    static int alarms(List<DayStatistic> all, double threshold) {
        var days = new TreeSet<Integer>();
        for (DayStatistic statistic : all) {
            var begins = begins(statistic.values(threshold), threshold);
            for (int day = 0; day < begins.length; day++) {
                if (begins[day]) {
                    days.add(day);
                }
            }
        }
        return days.size();
    }

    /** The first day from this one on, on which a series begins to ring; one behind the last if none. */
    static int firstRing(double[] values, int from, double threshold) {
        var begins = begins(values, threshold);
        int day = from;
        while (day < begins.length && !begins[day]) {
            day++;
        }
        return day;
    }

    /** Days after the baseline on which a series rings that did not in the seven days before. */
    private static boolean[] begins(double[] values, double threshold) {
        var begins = new boolean[values.length];
        int last = -QUIET_DAYS - 1;
        for (int day = 0; day < values.length; day++) {
            if (values[day] > threshold) {
                begins[day] = day >= BASELINE_DAYS && day - last > QUIET_DAYS;
                last = day;
            }
        }
        return begins;
    }
}
