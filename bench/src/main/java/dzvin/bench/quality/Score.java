package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How a method did on weekly series.
 *
 * @param method its name
 * @param series how many it was run on
 * @param falsePositives share of the current weeks outside the outbreak with an alarm (FPR)
 * @param detected share of outbreaks with an alarm in one of their weeks (POD), mean over k
 * @param byK the same for each k
 * @param delay mean weeks from the outbreak's first case to its first alarm, where it was detected
 * @param medianDelay the median of them
 */
record Score(
        String method,
        int series,
        double falsePositives,
        double detected,
        Map<Integer, Double> byK,
        double delay,
        int medianDelay) {

    static Score of(
            String method,
            Collection<SeriesName> names,
            Map<SeriesName, WeeklySeries> all,
            Function<SeriesName, boolean[]> alarms) {
        long calm = 0;
        long wrong = 0;
        var delays = new ArrayList<Integer>();
        var tried = new TreeMap<Integer, Integer>();
        var detected = new TreeMap<Integer, Integer>();
        for (SeriesName name : names) {
            var series = all.get(name);
            var rung = alarms.apply(name);
            int first = 0;
            for (int week = WeeklySeries.FIRST_CURRENT; week <= WeeklySeries.WEEKS; week++) {
                boolean alarm = rung[week - WeeklySeries.FIRST_CURRENT];
                boolean outbreak = series.isOutbreak(week);
                calm += outbreak ? 0 : 1;
                wrong += !outbreak && alarm ? 1 : 0;
                first = outbreak && alarm && first == 0 ? week : first;
            }
            tried.merge(name.k(), 1, Integer::sum);
            if (first > 0) {
                detected.merge(name.k(), 1, Integer::sum);
                delays.add(first - series.first());
            }
        }
        var byK = new TreeMap<Integer, Double>();
        tried.forEach((k, count) -> byK.put(k, detected.getOrDefault(k, 0) / (double) count));
        double mean =
                byK.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
        delays.sort(null);
        return new Score(
                method,
                names.size(),
                (double) wrong / calm,
                mean,
                byK,
                delays.stream().mapToInt(Integer::intValue).average().orElse(0),
                delays.isEmpty() ? 0 : delays.get(delays.size() / 2));
    }

    /** A row of a Markdown table. */
    String row() {
        var parts = new StringBuilder(
                Text.of("| %s | %d | %.2f %% | %.1f %% |", method, series, 100 * falsePositives, 100 * detected));
        byK.values().forEach(share -> parts.append(Text.of(" %.0f %% |", 100 * share)));
        return parts.append(Text.of(" %.2f | %d |", delay, medianDelay)).toString();
    }
}
