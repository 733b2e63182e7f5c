package dzvin.bench.quality;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.scan.NegativeBinomial;
import java.util.ArrayList;
import java.util.List;

/** An {@link EDetector} on the days of a daily series, over the product's own baseline. It starts anew after each alarm. */
final class DailyEvidence implements DayStatistic {
    private static final int HOURS_A_DAY = 24;
    private static final long FIRST_HOUR = Bench.START / 3_600_000;

    private final EDetector.Kind kind;
    private final List<Day> days = new ArrayList<>();

    private record Day(long hour, long count, NegativeBinomial expected) {}

    DailyEvidence(DailySeries series, Policy policy, EDetector.Kind kind) {
        this.kind = kind;
        var baseline = new BaselineWatch(
                policy,
                HOURS_A_DAY,
                any -> true,
                (key, hour, people, expected) -> days.add(new Day(hour, people, expected)));
        var cells = new Bench(policy);
        for (int day = 0; day < DailySeries.DAYS; day++) {
            baseline.close(cells.closed(DailySeries.noon(day), series.reports(day)));
        }
        baseline.close(cells.closed(DailySeries.noon(DailySeries.DAYS), List.of()));
    }

    @Override
    public double[] values(double threshold) {
        var values = new double[DailySeries.DAYS];
        var detector = new EDetector(kind);
        for (Day day : days) {
            double value = detector.take(day.hour(), day.count(), day.expected());
            values[(int) ((day.hour() - FIRST_HOUR) / HOURS_A_DAY)] = value;
            if (value > threshold) {
                detector.restart();
            }
        }
        return values;
    }
}
