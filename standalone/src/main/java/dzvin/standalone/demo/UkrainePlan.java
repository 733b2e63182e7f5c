package dzvin.standalone.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * What the generated Ukrainian stream is made of. The days are fixed, so that nothing depends on when it is generated.
 *
 * @param seed the same plan gives the same reports
 * @param firstDay first day of the calm background
 * @param days how many days the stream lasts, in Ukrainian time
 * @param calmPerDay everyday reports on an ordinary day, serial complainant and flare apart
 * @param campaign the planted campaign
 */
public record UkrainePlan(long seed, LocalDate firstDay, int days, double calmPerDay, PlantedPlan campaign) {
    static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");

    /**
     * The planted campaign, which lasts until the stream ends.
     *
     * @param lasts from its first call reported to the end of the stream; zero plants no campaign
     * @param firstPerDay reports a day at its beginning
     * @param doubling how long the rate takes to double
     * @param mostPerDay where the growth levels off
     * @param freshNumbers share of the calls with a number shown that show one never seen before
     * @param withheld share of the calls that show no number
     * @param firstRegions where it starts
     */
    public record PlantedPlan(
            Duration lasts,
            double firstPerDay,
            Duration doubling,
            double mostPerDay,
            double freshNumbers,
            double withheld,
            List<String> firstRegions) {
        public PlantedPlan {
            require(!lasts.isNegative(), "lasts", "must not be negative", lasts);
            require(firstPerDay > 0, "firstPerDay", "must be more than 0", firstPerDay);
            require(doubling.compareTo(Duration.ZERO) > 0, "doubling", "must be longer than zero", doubling);
            require(mostPerDay >= firstPerDay, "mostPerDay", "must be at least firstPerDay", mostPerDay);
            require(freshNumbers >= 0 && freshNumbers <= 1, "freshNumbers", "must be a share", freshNumbers);
            require(withheld >= 0 && withheld <= 1, "withheld", "must be a share", withheld);
            require(!firstRegions.isEmpty(), "firstRegions", "must name a region", firstRegions);
            firstRegions = List.copyOf(firstRegions);
        }

        /** The campaign that the demo ships. */
        public static PlantedPlan shipped() {
            return new PlantedPlan(
                    Duration.ofHours(136), 5, Duration.ofHours(20), 420, 0.95, 0.33, List.of("UA-53", "UA-59"));
        }

        /** None: a calm stream. */
        public static PlantedPlan none() {
            var shipped = shipped();
            return new PlantedPlan(
                    Duration.ZERO,
                    shipped.firstPerDay,
                    shipped.doubling,
                    shipped.mostPerDay,
                    shipped.freshNumbers,
                    shipped.withheld,
                    shipped.firstRegions);
        }
    }

    public UkrainePlan {
        require(days >= 1 && days <= 400, "days", "must be from 1 to 400", days);
        require(calmPerDay >= 0 && calmPerDay <= 100_000, "calmPerDay", "must be from 0 to 100000", calmPerDay);
        require(
                campaign.lasts().compareTo(Duration.ofDays(days)) <= 0,
                "lasts",
                "must fit into the stream",
                campaign.lasts());
    }

    /** Six weeks that end with the planted campaign: what {@code dzvin demo} replays. */
    public static UkrainePlan shipped() {
        return new UkrainePlan(20250522, LocalDate.of(2025, 5, 22), 42, 380, PlantedPlan.shipped());
    }

    /** The same plan from another seed. */
    public UkrainePlan withSeed(long other) {
        return new UkrainePlan(other, firstDay, days, calmPerDay, campaign);
    }

    /** The same plan with another campaign, or with {@link PlantedPlan#none()}. */
    public UkrainePlan withCampaign(PlantedPlan other) {
        return new UkrainePlan(seed, firstDay, days, calmPerDay, other);
    }

    /** The same plan over so many days. */
    public UkrainePlan withDays(int other) {
        return new UkrainePlan(seed, firstDay, other, calmPerDay, campaign);
    }

    /** When the stream begins. */
    public Instant begins() {
        return firstDay.atStartOfDay(ZONE).toInstant();
    }

    /** When the stream ends, exclusive. */
    public Instant ends() {
        return day(days).atStartOfDay(ZONE).toInstant();
    }

    LocalDate day(int index) {
        return firstDay.plusDays(index);
    }

    /** When the planted campaign begins, the end of the stream if there is none. */
    Instant campaignBegins() {
        return ends().minus(campaign.lasts());
    }

    /** The third Sunday and the Monday after it: a holiday, when fewer people call and complain. */
    boolean isHoliday(LocalDate day) {
        var sunday =
                firstDay.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusWeeks(2);
        return day.equals(sunday) || day.equals(sunday.plusDays(1));
    }

    /** Two hours of the twentieth day in which the desk was down and took no report. */
    boolean isOutage(Instant at) {
        var from = day(19).atTime(11, 0).atZone(ZONE).toInstant();
        return !at.isBefore(from) && at.isBefore(from.plus(Duration.ofHours(2)));
    }

    private static void require(boolean holds, String what, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " " + rule + ", got " + value);
        }
    }
}
