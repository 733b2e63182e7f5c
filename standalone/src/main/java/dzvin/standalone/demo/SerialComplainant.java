package dzvin.standalone.demo;

import java.util.ArrayList;
import java.util.List;

/** One person who reports one number many times a day for ten days: many reports, and no campaign. */
final class SerialComplainant implements Strand {
    private static final String REGION = "UA-51";
    private static final int FIRST_DAY = 22;
    private static final int DAYS = 10;
    private static final double PER_DAY = 13;

    private final UkrainePlan plan;
    private final Words words;

    SerialComplainant(UkrainePlan plan, Words words) {
        this.plan = plan;
        this.words = words;
    }

    @Override
    public List<ToldCall> calls() {
        var draws = Draws.of(plan.seed(), "serial complainant");
        var number = CallerNumbers.fresh(draws);
        var person = new People(draws, 1);
        var calls = new ArrayList<ToldCall>();
        for (int day = FIRST_DAY; day < Math.min(FIRST_DAY + DAYS, plan.days()); day++) {
            for (int left = draws.poisson(PER_DAY); left > 0; left--) {
                var receivedAt = Rhythm.within(plan.day(day), draws);
                var language = draws.chance(0.5) ? Words.RUSSIAN : Words.UKRAINIAN;
                calls.add(new ToldCall(
                        receivedAt.minusSeconds(60 + draws.below(1200)),
                        receivedAt,
                        number,
                        REGION,
                        "form",
                        person.next(),
                        List.of(),
                        words.tell("complainant", language, draws).text(),
                        language));
            }
        }
        return calls;
    }
}
