package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * How a method did on daily series, as Watkins et al. 2008 count it.
 *
 * @param falseDays days outside outbreaks on which it rang
 * @param calmDays days outside outbreaks
 * @param delays days from an outbreak's first to the first on which it rang, of the outbreaks that it found
 * @param outbreaks all of them
 */
record DailyScore(long falseDays, long calmDays, List<Integer> delays, int outbreaks) {
    /** @param from the first day that counts, and the first on which an outbreak that counts may begin */
    static DailyScore of(List<DailySeries> all, List<boolean[]> alarms, int from) {
        long wrong = 0;
        long calm = 0;
        int outbreaks = 0;
        var delays = new ArrayList<Integer>();
        for (int i = 0; i < all.size(); i++) {
            var series = all.get(i);
            var rung = alarms.get(i);
            for (int day = from; day < DailySeries.DAYS; day++) {
                boolean outside = !series.isOutbreak(day);
                calm += outside ? 1 : 0;
                wrong += outside && rung[day] ? 1 : 0;
            }
            for (var outbreak : series.outbreaks()) {
                if (outbreak.first() < from) {
                    continue;
                }
                outbreaks++;
                int day = outbreak.first();
                while (day <= outbreak.last() && !rung[day]) {
                    day++;
                }
                if (day <= outbreak.last()) {
                    delays.add(day - outbreak.first());
                }
            }
        }
        delays.sort(null);
        return new DailyScore(wrong, calm, delays, outbreaks);
    }

    double falseAlarmRate() {
        return (double) falseDays / calmDays;
    }

    double sensitivity() {
        return (double) delays.size() / outbreaks;
    }

    /** A row of a Markdown table. */
    String row(String method) {
        double mean = delays.stream().mapToInt(Integer::intValue).average().orElse(0);
        return Text.of(
                "| %s | %.4f | %.2f | %s | %.1f | %s |",
                method,
                falseAlarmRate(),
                sensitivity(),
                new Rate(delays.size(), outbreaks).share(),
                mean,
                delays.isEmpty() ? "none" : delays.get(delays.size() / 2).toString());
    }
}
