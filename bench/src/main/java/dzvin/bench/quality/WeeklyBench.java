package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The 42 scenarios of Noufaily et al. 2013: Dzvin's statistic against its peers. */
final class WeeklyBench {
    static final int[] SIZES = {2, 3, 5, 10};
    static final String HEADER = "| method | series | FPR | POD | k = 2 | 3 | 5 | 10 | mean delay, weeks | median |\n"
            + "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |";
    private static final double[] RATES = {
        0.0002, 0.001, 0.005, 0.01, 0.02, 0.05, 0.06, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 2, 5, 12
    };

    private static final double[] FARRINGTONS_RATES = {0.05, 0.06, 0.1};
    private static final String SLOWEST_PEER = "farringtonFlexible";

    private final SortedMap<SeriesName, WeeklySeries> series = new TreeMap<>();

    WeeklyBench(int replicates) {
        for (Scenario scenario : Scenario.all()) {
            for (int k : SIZES) {
                for (int replicate = 0; replicate < replicates; replicate++) {
                    series.put(
                            new SeriesName(scenario.number(), k, replicate), WeeklySeries.of(scenario, k, replicate));
                }
            }
        }
    }

    /** The series as R reads them: scenario,k,replicate,counts. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        series.forEach((name, one) -> lines.add(name.scenario() + "," + name.k() + "," + name.replicate() + ","
                + Arrays.stream(one.counts()).mapToObj(Integer::toString).collect(Collectors.joining(","))));
        return lines;
    }

    /** What R's methods and the plain ones did. */
    List<Score> peers() {
        var scores = new ArrayList<Score>();
        PeerAlarms.read().forEach((method, alarms) -> {
            var known = series.keySet().stream().filter(alarms::containsKey).toList();
            scores.add(Score.of(method, known, series, alarms::get));
        });
        scores.add(plain("threshold", SimplePeers::threshold));
        scores.add(plain("z-score", SimplePeers::score));
        scores.add(plain("EWMA", SimplePeers::average));
        scores.add(plain("ESSENCE switch", EssenceSwitch::alarms));
        return scores;
    }

    private Score plain(String method, Function<int[], boolean[]> detector) {
        return Score.of(
                method,
                series.keySet(),
                series,
                name -> detector.apply(series.get(name).counts()));
    }

    /** Dzvin's statistic at several rates of alarm. */
    List<Score> ours() {
        return frontier("Dzvin", series, RATES, (name, one) -> WeeklyDetector.perYear(one.counts()));
    }

    /** The same on those series alone that improved Farrington was run on, at about its rate of alarm. */
    List<Score> oursOnFarringtons() {
        var shared = new TreeMap<>(series);
        shared.keySet().retainAll(PeerAlarms.read().get(SLOWEST_PEER).keySet());
        return frontier(
                "Dzvin, Farrington's series,",
                shared,
                FARRINGTONS_RATES,
                (name, one) -> WeeklyDetector.perYear(one.counts()));
    }

    /** The same statistic where it is told the truth about mean and variance: nobody who has to learn them can be told more. */
    List<Score> informed() {
        var scenarios = Scenario.all().stream().collect(Collectors.toMap(Scenario::number, one -> one));
        return frontier(
                "told the truth",
                series,
                RATES,
                (name, one) -> WeeklyDetector.perYear(one.counts(), scenarios.get(name.scenario())));
    }

    private static List<Score> frontier(
            String method,
            SortedMap<SeriesName, WeeklySeries> some,
            double[] bounds,
            BiFunction<SeriesName, WeeklySeries, double[]> detector) {
        Map<SeriesName, double[]> rates = new TreeMap<>();
        some.forEach((name, one) -> rates.put(name, detector.apply(name, one)));
        var scores = new ArrayList<Score>();
        for (double bound : bounds) {
            scores.add(Score.of(
                    method + " at " + bound + " a year", some.keySet(), some, name -> below(rates.get(name), bound)));
        }
        return scores;
    }

    private static boolean[] below(double[] rates, double bound) {
        var alarms = new boolean[rates.length];
        for (int i = 0; i < rates.length; i++) {
            alarms[i] = rates[i] <= bound;
        }
        return alarms;
    }
}
