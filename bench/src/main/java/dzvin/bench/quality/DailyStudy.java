package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.PolicyReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Daily series after Watkins et al. 2008: C1, C2, C3, a negative binomial CUSUM and plainer methods at the lowest threshold with at most one false
 * alarm in 200 days, as in the paper, and the product's own decision stage at several budgets.
 */
final class DailyStudy {
    static final String HEADER =
            "| method | false alarms a day | sensitivity | outbreaks found (95 % interval) | mean delay, days | median |\n"
                    + "| --- | ---: | ---: | ---: | ---: | ---: |";
    private static final double MOST_FALSE = 0.005;
    private static final double STEP = 0.1;
    private static final int STEPS = 400;
    private static final int NOON = 12;
    private static final int BUCKETS_PER_HOUR = 12;
    private static final long FIRST_SEED = 2_008;
    private static final Set<Stage> OVER = EnumSet.of(Stage.SUBSIDING, Stage.ENDED);

    private final List<DailySeries> all;

    DailyStudy(int series) {
        all = IntStream.range(0, series)
                .mapToObj(i -> DailySeries.of(FIRST_SEED + i))
                .toList();
    }

    List<String> lines(double... budgets) {
        var lines = new ArrayList<String>();
        lines.add(HEADER);
        lines.add(strictest(DailyPeers::c1).row("C1"));
        lines.add(strictest(DailyPeers::c2).row("C2"));
        lines.add(strictest(DailyPeers::c3).row("C3"));
        lines.add(strictest(DailyPeers::count).row("threshold"));
        lines.add(strictest(DailyPeers::zScore).row("z-score, 28 days"));
        lines.add(strictest(DailyPeers::average).row("EWMA, 28 days"));
        lines.add(strictest(DailyPeers::essence).row("ESSENCE switch"));
        lines.add(cusum().row("negative binomial CUSUM, 28 days"));
        for (double budget : budgets) {
            lines.add(product(budget).row("Dzvin, budget " + budget + " a week"));
        }
        return lines;
    }

    /** At the lowest threshold that keeps the rate of false alarms. */
    DailyScore strictest(Function<int[], double[]> statistic) {
        var values =
                all.stream().map(series -> statistic.apply(series.counts())).toList();
        for (int step = 1; step < STEPS; step++) {
            double threshold = STEP * step;
            var score = DailyScore.of(
                    all, values.stream().map(one -> above(one, threshold)).toList());
            if (score.falseAlarmRate() <= MOST_FALSE) {
                return score;
            }
        }
        throw new IllegalStateException("no threshold is high enough");
    }

    private DailyScore cusum() {
        for (int step = 1; step < STEPS; step++) {
            double threshold = STEP * step;
            var score = DailyScore.of(
                    all,
                    all.stream()
                            .map(series -> above(DailyPeers.cusum(series.counts(), threshold), threshold))
                            .toList());
            if (score.falseAlarmRate() <= MOST_FALSE) {
                return score;
            }
        }
        throw new IllegalStateException("no threshold is high enough");
    }

    private static boolean[] above(double[] values, double threshold) {
        var alarms = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            alarms[i] = values[i] > threshold;
        }
        return alarms;
    }

    /**
     * Days on which the product raised a campaign, or told that one which it had raised outside an outbreak goes on. That a campaign
     * subsides or has ended is no alarm.
     */
    DailyScore product(double budget) {
        return DailyScore.of(
                all, all.stream().map(series -> alarms(series, policy(budget))).toList());
    }

    private static boolean[] alarms(DailySeries series, Policy policy) {
        var bench = new Bench(policy);
        var alarms = new boolean[DailySeries.DAYS];
        var wrong = new HashSet<Object>();
        for (int day = 0; day < DailySeries.DAYS; day++) {
            var accounts = new ArrayList<Account>();
            for (int i = 0; i < series.counts()[day]; i++) {
                accounts.add(new Account("R", List.of(), Optional.empty(), 0));
            }
            if (accounts.isEmpty()) {
                continue;
            }
            for (var decision : bench.close(((long) day * 24 + NOON) * BUCKETS_PER_HOUR, accounts)) {
                if (decision instanceof CampaignAlert alert && !OVER.contains(alert.stage())) {
                    boolean raised = alert.kind() == Kind.RAISED || alert.kind() == Kind.BROADCAST;
                    if (raised && !series.isOutbreak(day)) {
                        wrong.add(alert.campaign());
                    }
                    alarms[day] |= raised || wrong.contains(alert.campaign());
                }
            }
        }
        return alarms;
    }

    private static Policy policy(double budget) {
        return PolicyReader.read(
                "daily.yaml",
                "policy: daily\nviews: [region]\nscales: [24h, 72h, 7d]\nfalseAlarmsPerWeek: " + budget
                        + "\ncalendar:\n  zone: UTC\n");
    }
}
