package dzvin.detector.core.policy;

import static dzvin.detector.core.policy.PolicyKey.one;

import dzvin.detector.core.policy.PolicyKey.Shape;
import dzvin.detector.core.view.View;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Every key of a policy with its default and its rule: what the reader, the digest and the reference are made from. */
final class PolicyKeys {
    static final PolicyKey<String> NAME =
            one("policy", "default", Rules.name(), "The policy's own name, which alerts carry.");
    static final PolicyKey<Duration> BUCKET =
            one("bucket", "5m", Rules.partOfAnHour(), "The smallest time cell; alerts are decided at its end.");
    static final PolicyKey<Duration> GRACE = one(
            "grace",
            "2m",
            Rules.duration("0s", "1h"),
            "How long after its end a bucket waits for reports out of order.");
    static final PolicyKey<Duration> DEDUP_HORIZON =
            one("dedupHorizon", "7d", Rules.duration("1h", "90d"), "Within it the same report id counts once.");
    static final PolicyKey<View> VIEWS = new PolicyKey<>(
            "views",
            Shape.SOME,
            "region, feature, region+feature, number, number-block",
            Rules.view(),
            "The ways of grouping reports that are watched.");
    static final PolicyKey<Duration> SCALES = new PolicyKey<>(
            "scales",
            Shape.SOME,
            "15m, 1h, 6h, 24h, 7d",
            Rules.duration("10s", "7d"),
            "The window lengths that are scanned, ascending, each a multiple of the bucket.");
    static final PolicyKey<Double> FALSE_ALARMS = one(
            "falseAlarmsPerWeek",
            "1",
            Rules.number("0.001", "1000"),
            "The budget of the whole system on a stream without a campaign.");
    static final PolicyKey<Boolean> EARLY_ALERTS = one(
            "earlyAlerts",
            "true",
            Rules.yesOrNo(),
            "Whether an alert may come, marked as early, before its bucket has closed.");
    static final PolicyKey<ZoneId> ZONE =
            one("calendar.zone", "UTC", Rules.zone(), "The zone in which hours and days are counted.");
    static final PolicyKey<LocalDate> HOLIDAYS = new PolicyKey<>(
            "calendar.holidays", Shape.ANY, "", Rules.date(), "Days on which people call and complain as on a Sunday.");
    static final PolicyKey<Duration> LEARN_AFTER = one(
            "baseline.learnAfter",
            "48h",
            Rules.duration("0s", "30d"),
            "How long a count is kept out of the baseline, so that a surge is seen before it is learned.");
    static final PolicyKey<Duration> HALF_LIFE =
            one("baseline.halfLife", "28d", Rules.duration("1d", "3650d"), "The time after which a count weighs half.");
    static final PolicyKey<Duration> GREY = one(
            "baseline.grey",
            "14d",
            Rules.duration("0s", "365d"),
            "How much history there must be before a key is trusted.");
    static final PolicyKey<Integer> SPREADING_PEOPLE = one(
            "stages.spreading.people",
            "12",
            Rules.count(2, 1_000_000),
            "Different people beyond the baseline from which a campaign is spreading.");
    static final PolicyKey<Integer> SPREADING_REGIONS = one(
            "stages.spreading.regions",
            "2",
            Rules.count(1, 1_000),
            "Regions with at least two of them from which a campaign is spreading.");
    static final PolicyKey<Integer> MASS_PEOPLE = one(
            "stages.mass.people",
            "50",
            Rules.count(2, 100_000_000),
            "Different people beyond the baseline from which a campaign can be a mass effort.");
    static final PolicyKey<Integer> MASS_REGIONS = one(
            "stages.mass.regions",
            "5",
            Rules.count(1, 1_000),
            "Regions with at least two of them from which a campaign can be a mass effort.");
    static final PolicyKey<Double> MASS_EFFECTIVE = one(
            "stages.mass.effectiveRegions",
            "3",
            Rules.number("1", "1000"),
            "The exponential of the entropy of the regions' shares: how many regions truly take part.");
    static final PolicyKey<Duration> MASS_WITHIN =
            one("stages.mass.within", "72h", Rules.duration("1h", "30d"), "The window in which these are counted.");
    static final PolicyKey<Duration> MASS_DOUBLING = one(
            "stages.mass.doubling",
            "48h",
            Rules.duration("1h", "30d"),
            "Growth that makes a mass effort: doubling in at most this time.");
    static final PolicyKey<Duration> MASS_PERSISTENCE = one(
            "stages.mass.persistence",
            "72h",
            Rules.duration("1h", "90d"),
            "Persistence that makes a mass effort: going on for at least this time.");
    static final PolicyKey<Duration> SUBSIDING_AFTER = one(
            "stages.subsidingAfter",
            "24h",
            Rules.duration("1h", "90d"),
            "How long nothing new may come before a campaign subsides.");
    static final PolicyKey<Duration> ENDED_AFTER = one(
            "stages.endedAfter",
            "72h",
            Rules.duration("1h", "365d"),
            "How long nothing new may come before a campaign has ended.");
    static final PolicyKey<Integer> POPULATION = new PolicyKey<>(
            "population",
            Shape.NAMED,
            "",
            Rules.count(1, 2_000_000_000),
            "Inhabitants by region code (ISO 3166-2), as far as known: alerts then tell a region's reports per 100,000 of them too.");

    static final List<PolicyKey<?>> ALL = List.of(
            NAME,
            BUCKET,
            GRACE,
            DEDUP_HORIZON,
            VIEWS,
            SCALES,
            FALSE_ALARMS,
            EARLY_ALERTS,
            ZONE,
            HOLIDAYS,
            LEARN_AFTER,
            HALF_LIFE,
            GREY,
            SPREADING_PEOPLE,
            SPREADING_REGIONS,
            MASS_PEOPLE,
            MASS_REGIONS,
            MASS_EFFECTIVE,
            MASS_WITHIN,
            MASS_DOUBLING,
            MASS_PERSISTENCE,
            SUBSIDING_AFTER,
            ENDED_AFTER,
            POPULATION);

    private PolicyKeys() {}
}
