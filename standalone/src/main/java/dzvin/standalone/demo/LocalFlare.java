package dzvin.standalone.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * An afternoon on which an internet provider rings up one city: different people, one region, over by evening. Small, and
 * far from a mass effort.
 */
final class LocalFlare implements Strand {
    private static final String REGION = "UA-46";
    private static final int DAY = 26;
    private static final int FROM_HOUR = 11;
    private static final int HOURS = 8;
    private static final double MEAN_REPORTS = 12;

    private final UkrainePlan plan;
    private final Words words;

    LocalFlare(UkrainePlan plan, Words words) {
        this.plan = plan;
        this.words = words;
    }

    @Override
    public List<ToldCall> calls() {
        var calls = new ArrayList<ToldCall>();
        if (plan.days() <= DAY) {
            return calls;
        }
        var draws = Draws.of(plan.seed(), "local flare");
        var numbers = CallerNumbers.pool(3, draws);
        var people = new People(draws, 0);
        for (int left = draws.poisson(MEAN_REPORTS); left > 0; left--) {
            var receivedAt = Rhythm.within(plan.day(DAY), FROM_HOUR + draws.below(HOURS), draws);
            var language = draws.chance(0.1) ? Words.RUSSIAN : Words.UKRAINIAN;
            calls.add(new ToldCall(
                    receivedAt.minusSeconds(180 + draws.below(3600)),
                    receivedAt,
                    draws.oneOf(numbers),
                    REGION,
                    "hotline",
                    people.next(),
                    List.of(),
                    words.tell("flare", language, draws).text(),
                    language));
        }
        return calls;
    }
}
