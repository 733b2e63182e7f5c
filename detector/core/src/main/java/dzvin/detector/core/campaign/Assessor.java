package dzvin.detector.core.campaign;

import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.campaign.WeighedKeys.Weighed;
import dzvin.detector.core.count.Voice;
import dzvin.detector.core.decide.Estimate;
import dzvin.detector.core.decide.Evidence;
import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.watch.Surge;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Looks at a campaign through its core keys: onset, counts, shares, growth, and what the bounds are held against. */
final class Assessor {
    private static final long LOOK_BACK_HOURS = 7L * 24;
    /** A campaign that was raised so long ago keeps its onset: what came before is no longer remembered. */
    private static final long ONSET_OPEN_MILLIS = Duration.ofDays(3).toMillis();

    private static final long TOLD_WITHIN_HOURS = 48;
    private static final int DAY_HOURS = 24;
    /** In average hours; what an outage is worth, but for rounding. */
    private static final double NOTHING = 1e-6;

    private final Policy policy;
    private final TimeGrid grid;
    private final Watch watch;
    private final Exposure stream;
    private final CommonLift common;
    private final Reaches reaches;

    Assessor(Policy policy, Watch watch, Exposure stream) {
        this.policy = policy;
        this.grid = TimeGrid.of(policy.bucket());
        this.watch = watch;
        this.stream = stream;
        this.common = new CommonLift(watch);
        this.reaches = new Reaches(policy, watch, grid, common);
    }

    /** @param everythingRises whether a broadcast lives */
    Assessment assess(CampaignState campaign, long bucket, boolean everythingRises) {
        long now = grid.hourOf(bucket);
        var core = coreKeys(campaign, now, bucket);
        var crowd = Crowd.of(watch.samples(), core.keys(), now - LOOK_BACK_HOURS, now);
        var steps = steps(crowd, core, bucket);
        boolean lifted = everythingRises && !campaign.broadcast;
        var onset = onset(campaign, lifted ? lifted(steps) : steps, untold(campaign, core, bucket), bucket);
        long from = Math.max(now - LOOK_BACK_HOURS, onset.at() / TimeGrid.HOUR_MILLIS);
        var window = crowd.since(from);
        var doubling = doubling(
                steps, Math.max(from, now - policy.stages().mass().within().toHours()));
        return new Assessment(
                onset,
                reaches.of(core, crowd, onset, campaign.countsFrom, bucket, doubling, lifted),
                steps,
                window,
                () -> evidence(campaign, core, window, onset, from, bucket, doubling));
    }

    /** Whether what says most about a campaign has more people today than chance would bring. */
    boolean isUnusualToday(CampaignState campaign, long bucket) {
        long now = grid.hourOf(bucket);
        long from = bucket + 1 - (long) DAY_HOURS * grid.bucketsPerHour();
        return new WeighedKeys(coreKeys(campaign, now, bucket).keys().stream()
                                .map(key -> Weighed.of(key, watch, from, bucket + 1))
                                .toList())
                        .surely()
                > 0;
    }

    /** The latest estimate, until the campaign is {@link #ONSET_OPEN_MILLIS} old: the more it has grown, the better its beginning shows. */
    private Onset onset(CampaignState campaign, List<Onsets.Step> steps, long untold, long bucket) {
        boolean settled = campaign.lastAlert != null && grid.endMillis(bucket) - campaign.raisedAt > ONSET_OPEN_MILLIS;
        if (settled) {
            return campaign.onset;
        }
        var found = Onsets.find(known(steps, untold));
        // What came after it was raised was not its beginning.
        return campaign.lastAlert != null && found.at() >= campaign.raisedAt ? campaign.onset : found;
    }

    /** Since an hour, outages left out: what grew unseen in one, everything that is high after it might have grown from. */
    private List<Onsets.Step> known(List<Onsets.Step> steps, long since) {
        long latest = steps.get(steps.size() - 1).hour();
        return steps.stream()
                .filter(step -> step.hour() >= since && (step.hour() == latest || stream.ofHour(step.hour()) > NOTHING))
                .toList();
    }

    /** The hour since which no campaign that has ended has told of all its core keys, nor everything been as usual. */
    private long untold(CampaignState campaign, CoreKeys core, long bucket) {
        if (campaign.broadcast) {
            return campaign.onset.from() / TimeGrid.HOUR_MILLIS;
        }
        long told = core.keys().stream()
                .flatMap(key -> watch.key(key).stream())
                .mapToLong(WatchedKey::toldUntil)
                .min()
                .orElse(Long.MIN_VALUE);
        return grid.hourOf(Math.min(told, bucket));
    }

    private CoreKeys coreKeys(CampaignState campaign, long now, long bucket) {
        long from = Math.max(now - LOOK_BACK_HOURS, campaign.onset.at() / TimeGrid.HOUR_MILLIS);
        var keys = campaign.broadcast ? List.of(Watch.ALL) : campaign.keys;
        return CoreKeys.of(keys, watch, grid, Math.min(from, now), bucket);
    }

    /** Held against as many times the usual as most of the stream brings, day by day, counted back from the latest. */
    private List<Onsets.Step> lifted(List<Onsets.Step> steps) {
        var lifted = new ArrayList<Onsets.Step>();
        int first = steps.size() % DAY_HOURS;
        double lift = 1;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (i % DAY_HOURS == first) {
                long from = grid.firstBucketOf(step.hour());
                lift = common.between(from, grid.firstBucketOf(step.hour() + DAY_HOURS));
            }
            lifted.add(new Onsets.Step(step.hour(), step.count(), step.expected() * lift));
        }
        return lifted;
    }

    /** By the hour in which the phone rang, as far as it was told soon after; else by the hour of the report. */
    private List<Onsets.Step> steps(Crowd crowd, CoreKeys core, long bucket) {
        long now = grid.hourOf(bucket);
        long first = now - LOOK_BACK_HOURS;
        var counts = new double[(int) LOOK_BACK_HOURS + 1];
        crowd.hours().forEach((hour, voices) -> {
            for (Voice voice : voices) {
                counts[(int) (Math.max(first, called(hour, voice)) - first)] += crowd.scaled(voice.reports());
            }
        });
        var steps = new ArrayList<Onsets.Step>();
        for (long hour = first; hour <= now; hour++) {
            long end = Math.min(bucket + 1, grid.firstBucketOf(hour + 1));
            double expected = core.expected(watch, grid.firstBucketOf(hour), end);
            steps.add(new Onsets.Step(hour, counts[(int) (hour - first)], expected));
        }
        return steps;
    }

    private static long called(long hour, Voice voice) {
        var called = voice.digest().calledAt();
        if (called.isEmpty()) {
            return hour;
        }
        long told = Math.floorDiv(called.getAsLong(), TimeGrid.HOUR_MILLIS);
        return told <= hour && hour - told <= TOLD_WITHIN_HOURS ? told : hour;
    }

    private Optional<Estimate> doubling(List<Onsets.Step> steps, long from) {
        // The hour that runs is not over: reports of its calls are still to come.
        var recent = steps.subList(0, steps.size() - 1).stream()
                .filter(step -> step.hour() >= from)
                .map(step -> new Growth.Step(step.hour(), step.count(), stream.ofHour(step.hour())))
                .toList();
        return Growth.doubling(recent);
    }

    private Evidence evidence(
            CampaignState campaign,
            CoreKeys core,
            Crowd window,
            Onset onset,
            long from,
            long bucket,
            Optional<Estimate> doubling) {
        long first = grid.firstBucketOf(from);
        double expected = core.expected(watch, first, bucket + 1);
        return new CrowdEvidence(window, expected, regionShares(expected, from, bucket), policy.population())
                .of(onset, grid.startMillis(first), grid.endMillis(bucket), doubling, logEvidence(campaign));
    }

    /** What is expected in all, shared out as regions usually share the stream. */
    private ToDoubleFunction<String> regionShares(double expected, long from, long bucket) {
        var usual = new TreeMap<String, Double>();
        double all = 0;
        for (WatchedKey region : watch.keysOf("region")) {
            double one = watch.expectedBetween(region.key(), grid.firstBucketOf(from), bucket + 1);
            usual.put(region.key().text().substring("region=".length()), one);
            all += one;
        }
        double total = all;
        return code -> total > 0 ? expected * usual.getOrDefault(code, 0.0) / total : 0;
    }

    private double logEvidence(CampaignState campaign) {
        return campaign.keys.stream()
                .flatMap(key -> watch.key(key).flatMap(WatchedKey::surge).stream())
                .mapToDouble(Surge::logEvidence)
                .max()
                .orElse(0);
    }
}
