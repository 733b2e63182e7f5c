package dzvin.standalone.demo;

import dzvin.ingest.RawReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One kind of everyday call over the whole stream and country. Over-dispersed: each day, and each region on each day,
 * is busier or calmer than expected by a gamma factor.
 */
final class EverydayCalls implements Strand {
    private static final int DAY_SHAPE = 60;
    private static final int REGION_DAY_SHAPE = 20;
    private static final double REPORTS_AGAIN = 0.03;

    private final UkrainePlan plan;
    private final EverydayKind kind;
    private final List<Oblast> oblasts;
    private final Words words;
    private final Draws draws;
    private final People people;
    private final TreeMap<Integer, List<String>> pools = new TreeMap<>();

    EverydayCalls(UkrainePlan plan, EverydayKind kind, List<Oblast> oblasts, Words words) {
        this.plan = plan;
        this.kind = kind;
        this.oblasts = oblasts;
        this.words = words;
        this.draws = Draws.of(plan.seed(), "everyday " + kind.script());
        this.people = new People(draws, REPORTS_AGAIN);
    }

    @Override
    public List<ToldCall> calls() {
        var calls = new ArrayList<ToldCall>();
        double callers = oblasts.stream().mapToDouble(Oblast::callers).sum();
        for (int day = 0; day < plan.days(); day++) {
            double daily = plan.calmPerDay()
                    * kind.share()
                    * Rhythm.day(plan.day(day), plan.isHoliday(plan.day(day)))
                    * draws.gammaFactor(DAY_SHAPE);
            for (var oblast : oblasts) {
                double mean = daily * oblast.callers() / callers * draws.gammaFactor(REGION_DAY_SHAPE);
                addDay(calls, day, oblast, draws.poisson(mean));
            }
        }
        return calls;
    }

    private void addDay(List<ToldCall> calls, int day, Oblast oblast, int count) {
        LocalDate date = plan.day(day);
        for (int i = 0; i < count; i++) {
            calls.add(call(day, oblast, Rhythm.within(date, draws)));
        }
    }

    private ToldCall call(int day, Oblast oblast, Instant receivedAt) {
        var language = draws.chance(oblast.russianShare()) ? Words.RUSSIAN : Words.UKRAINIAN;
        var telling = words.tell(kind.script(), language, draws);
        boolean worded = draws.chance(kind.worded());
        return new ToldCall(
                Rhythm.calledBefore(receivedAt, draws),
                receivedAt,
                number(day),
                oblast.told(draws, language),
                draws.chance(0.6) ? "hotline" : "form",
                people.next(),
                draws.chance(kind.ticked()) ? List.copyOf(telling.meant()) : List.of(),
                worded ? telling.text() : "",
                language);
    }

    private String number(int day) {
        if (draws.chance(kind.withheld())) {
            return RawReport.WITHHELD;
        }
        if (draws.chance(kind.fromPool())) {
            return draws.oneOf(
                    pools.computeIfAbsent(day / kind.poolDays(), age -> CallerNumbers.pool(kind.pool(), draws)));
        }
        return CallerNumbers.fresh(draws);
    }
}
