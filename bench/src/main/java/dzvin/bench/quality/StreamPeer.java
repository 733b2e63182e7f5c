package dzvin.bench.quality;

import java.util.List;
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
    private static final double STEP = 1.02;

    /** A statistic of each day, to be held against a threshold that it may know. */
    interface Statistic {
        double[] of(int[] counts, double threshold);
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
                new StreamPeer("NB-CUSUM", DailyPeers::cusum));
    }

    private static StreamPeer plain(String name, Function<int[], double[]> statistic) {
        return new StreamPeer(name, (counts, threshold) -> statistic.apply(counts));
    }

    /** The lowest threshold at which a stream without a campaign brings no more alarms a week than this, counted as in {@link #alarms}. */
    double threshold(DailyCounts quiet, double perWeek) {
        double threshold = FIRST_THRESHOLD;
        double most = perWeek * (quiet.days() - BASELINE_DAYS) / 7;
        while (alarms(quiet, threshold) > most) {
            threshold *= STEP;
        }
        return threshold;
    }

    /** Days after the baseline on which some series begins to ring. However many do on one day, they are one alarm: to the method's favour. */
    int alarms(DailyCounts counts, double threshold) {
        var days = new boolean[counts.days()];
        counts.all().forEach(series -> {
            var begins = begins(series, threshold);
            for (int day = 0; day < days.length; day++) {
                days[day] |= begins[day];
            }
        });
        int alarms = 0;
        for (boolean rings : days) {
            alarms += rings ? 1 : 0;
        }
        return alarms;
    }

    /** The first day from this one on, on which the series begins to ring; one behind the last if none. */
    int firstRing(int[] series, int from, double threshold) {
        var begins = begins(series, threshold);
        int day = from;
        while (day < begins.length && !begins[day]) {
            day++;
        }
        return day;
    }

    /** Days after the baseline on which a series rings that did not in the seven days before. */
    private boolean[] begins(int[] series, double threshold) {
        var values = statistic.of(series, threshold);
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
