package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.PolicyReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private static final long FIRST_SEED = 2_008;
    /** M of Höhle and Paul, for outbreaks that rise over weeks. */
    private static final int GLR_DAYS = 28;

    /** Decides of a baseline when it stops learning. */
    private static final double USUAL_BUDGET = 0.07;

    private static final Set<Stage> OVER = EnumSet.of(Stage.SUBSIDING, Stage.ENDED);

    private final List<DailySeries> all;

    DailyStudy(int series) {
        all = IntStream.range(0, series)
                .mapToObj(i -> DailySeries.of(FIRST_SEED + i))
                .toList();
    }

    /** A series a line, as R reads them. */
    List<String> series() {
        return all.stream()
                .map(series -> Arrays.stream(series.counts())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(",")))
                .toList();
    }

    /** All years; then those that improved Farrington can judge, with all methods set on these alone. */
    List<String> lines(double... budgets) {
        var rung = new TreeMap<Double, List<boolean[]>>();
        for (double budget : budgets) {
            rung.put(budget, product(budget));
        }
        var lines = new ArrayList<>(lines(peers(), rung, 0));
        var peers = peers();
        peers.put("improved Farrington, five years", of(ImprovedFarrington::surprise));
        lines.add("");
        lines.addAll(lines(peers, rung, ImprovedFarrington.FIRST));
        return lines;
    }

    private List<String> lines(
            Map<String, Function<DailySeries, DayStatistic>> peers, SortedMap<Double, List<boolean[]>> rung, int from) {
        var lines = new ArrayList<String>();
        lines.add(HEADER);
        peers.forEach((name, peer) -> lines.add(strictest(peer, from).row(name)));
        rung.forEach((budget, alarms) ->
                lines.add(DailyScore.of(all, alarms, from).row("Dzvin, budget " + budget + " a week")));
        return lines;
    }

    private static Map<String, Function<DailySeries, DayStatistic>> peers() {
        var peers = new LinkedHashMap<String, Function<DailySeries, DayStatistic>>();
        peers.put("C1", of(DailyPeers::c1));
        peers.put("C2", of(DailyPeers::c2));
        peers.put("C3", of(DailyPeers::c3));
        peers.put("threshold", of(DailyPeers::count));
        peers.put("z-score, 28 days", of(DailyPeers::zScore));
        peers.put("EWMA, 28 days", of(DailyPeers::average));
        peers.put("ESSENCE switch", of(DailyPeers::essence));
        peers.put(
                "negative binomial CUSUM, 28 days",
                series -> threshold -> DailyPeers.cusum(series.counts(), threshold));
        peers.put(
                "GLR-NB, 28 days",
                series -> new GlrNb(series.counts(), CountModel.running(series.counts()), GLR_DAYS)::values);
        peers.put(
                "GLR-NB, told the calm days",
                series -> new GlrNb(series.counts(), CountModel.told(series), GLR_DAYS)::values);
        for (EDetector.Kind kind : List.of(EDetector.Kind.SR, EDetector.Kind.CUSUM)) {
            peers.put(
                    kind.text() + ", Dzvin's baseline",
                    series -> new DailyEvidence(series, policy(USUAL_BUDGET), kind));
        }
        return peers;
    }

    private static Function<DailySeries, DayStatistic> of(Function<int[], double[]> statistic) {
        return series -> DayStatistic.plain(statistic.apply(series.counts()));
    }

    /** At the lowest threshold that keeps the rate of false alarms. */
    private DailyScore strictest(Function<DailySeries, DayStatistic> peer, int from) {
        var statistics = all.stream().map(peer).toList();
        for (int step = 1; step < STEPS; step++) {
            double threshold = STEP * step;
            var score = DailyScore.of(
                    all,
                    statistics.stream()
                            .map(one -> above(one.values(threshold), threshold))
                            .toList(),
                    from);
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
    private List<boolean[]> product(double budget) {
        return all.stream().map(series -> alarms(series, policy(budget))).toList();
    }

    private static boolean[] alarms(DailySeries series, Policy policy) {
        var bench = new Bench(policy);
        var alarms = new boolean[DailySeries.DAYS];
        var wrong = new HashSet<Object>();
        for (int day = 0; day < DailySeries.DAYS; day++) {
            var accounts = series.reports(day);
            if (accounts.isEmpty()) {
                continue;
            }
            for (var decision : bench.close(DailySeries.noon(day), accounts)) {
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
