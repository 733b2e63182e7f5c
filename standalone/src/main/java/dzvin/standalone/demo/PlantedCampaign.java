package dzvin.standalone.demo;

import dzvin.ingest.RawReport;
import dzvin.standalone.demo.Words.Telling;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The planted campaign, modelled on the mission's facts: callers claim to speak for Russian state bodies, say that
 * Ukraine does not want the soldier back and press families to write appeals to Russia and to the United States. It grows
 * exponentially until it levels off, from two regions to most; nearly every call shows a fresh number or none.
 */
final class PlantedCampaign implements Strand {
    static final String SCRIPT = "campaign";

    private static final double REPORTS_AGAIN = 0.04;
    private static final double IN_BLOCK = 0.3;
    private static final int BLOCK_HOURS = 20;
    private static final double WORDED = 0.86;
    private static final double TICKED_TOO = 0.35;
    private static final double TICKS_ONE = 0.6;
    private static final int REPEATED_NUMBERS = 6;

    private final UkrainePlan plan;
    private final List<Oblast> oblasts;
    private final Words words;
    private final Draws draws;
    private final People people;
    private final CampaignSpread spread;
    private final List<String> repeated;
    private String block;

    PlantedCampaign(UkrainePlan plan, List<Oblast> oblasts, Words words) {
        this.plan = plan;
        this.oblasts = oblasts;
        this.words = words;
        this.draws = Draws.of(plan.seed(), SCRIPT);
        this.people = new People(draws, REPORTS_AGAIN);
        this.spread = new CampaignSpread(oblasts, plan.campaign(), draws);
        this.repeated = CallerNumbers.pool(REPEATED_NUMBERS, draws);
        this.block = CallerNumbers.block(draws);
    }

    @Override
    public List<ToldCall> calls() {
        var calls = new ArrayList<ToldCall>();
        var begins = plan.campaignBegins();
        for (int hour = 0; hour < plan.campaign().lasts().toHours(); hour++) {
            if (hour % BLOCK_HOURS == 0) {
                block = CallerNumbers.block(draws);
            }
            var from = begins.plus(Duration.ofHours(hour));
            int count = draws.poisson(spread.perDay(hour) / 24 * rhythm(from));
            for (int i = 0; i < count; i++) {
                calls.add(call(oblasts.get(spread.region(hour, draws)), from.plusSeconds(draws.below(3600))));
            }
        }
        return calls;
    }

    private static double rhythm(Instant at) {
        var local = at.atZone(UkrainePlan.ZONE);
        LocalDate day = local.toLocalDate();
        double weekly = (1 + Rhythm.day(day, false)) / 2;
        return Rhythm.hour(local.getHour()) * weekly;
    }

    private ToldCall call(Oblast oblast, Instant receivedAt) {
        var language = draws.chance(oblast.russianShare()) ? Words.RUSSIAN : Words.UKRAINIAN;
        var telling = words.tell(SCRIPT, language, draws);
        boolean worded = draws.chance(WORDED);
        boolean ticks = !worded || draws.chance(TICKED_TOO);
        return new ToldCall(
                Rhythm.calledBefore(receivedAt, draws),
                receivedAt,
                number(),
                oblast.told(draws, language),
                draws.chance(0.7) ? "hotline" : "form",
                people.next(),
                ticks ? ticked(telling) : List.of(),
                worded ? telling.text() : "",
                language);
    }

    private String number() {
        if (draws.chance(plan.campaign().withheld())) {
            return RawReport.WITHHELD;
        }
        if (!draws.chance(plan.campaign().freshNumbers())) {
            return draws.oneOf(repeated);
        }
        return draws.chance(IN_BLOCK) ? CallerNumbers.fresh(block, draws) : CallerNumbers.fresh(draws);
    }

    /** People tick some of what they heard, and one thing at least. */
    private List<String> ticked(Telling telling) {
        var ticked = new ArrayList<String>();
        for (var feature : telling.meant()) {
            if (draws.chance(TICKS_ONE)) {
                ticked.add(feature);
            }
        }
        return ticked.isEmpty() ? List.of(telling.meant().first()) : List.copyOf(ticked);
    }
}
