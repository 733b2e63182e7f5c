package dzvin.detector.core.campaign;

import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.explain.Sentences;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Holds surges together as campaigns and follows each through its stages. Campaigns are looked at in the order in which they were
 * raised, then by id. Used by one thread.
 */
public final class CampaignDesk {
    private static final Comparator<CampaignState> OLDEST_FIRST = Comparator.<CampaignState>comparingLong(
                    campaign -> campaign.raisedAt)
            .thenComparing(campaign -> campaign.id.toString());
    private static final Duration BETWEEN_UPDATES = Duration.ofHours(6);
    private static final int SERIES_DAYS = 60;
    /** Looking at every pair of campaigns is dear; between times new surges join campaigns by themselves. */
    private static final int HOURS_BETWEEN_MERGES = 6;

    private static final TableSpec<CampaignState> TABLE = new TableSpec<>("live-campaigns", new CampaignCodec());

    /** What it keeps. */
    public static final List<TableSpec<?>> TABLES = List.of(TABLE);

    private final Policy policy;
    private final TimeGrid grid;
    private final Watch watch;
    private final Joiner joiner;
    private final Assessor assessor;
    private final StageRule stages;
    private final Announcer announcer;
    private final Table<CampaignState> table;
    private final List<CampaignState> live = new ArrayList<>();

    public CampaignDesk(Policy policy, Watch watch, Exposure stream, Labels labels, Tables tables) {
        this.policy = policy;
        this.grid = TimeGrid.of(policy.bucket());
        this.watch = watch;
        this.joiner = new Joiner(watch, new Links(watch, grid), new Broadcasts(watch));
        this.assessor = new Assessor(policy, watch, stream);
        this.stages = new StageRule(policy.stages());
        this.announcer = new Announcer(new Sentences(labels, policy.calendar().zone()));
        this.table = tables.table(TABLE);
        table.forEach((id, campaign) -> live.add(campaign));
        live.sort(OLDEST_FIRST);
    }

    /** Which live campaign a key belongs to. */
    public Optional<UUID> campaignOf(ViewKey key) {
        return live.stream()
                .filter(campaign -> campaign.keys.contains(key))
                .map(campaign -> campaign.id)
                .findFirst();
    }

    /**
     * Takes the surges that began with a bucket, and looks at every campaign that the bucket counted in.
     *
     * @param counted keys that counted something
     */
    public List<Decision> decide(long bucket, List<WatchedKey> begun, Set<ViewKey> counted) {
        var decisions = new ArrayList<Decision>();
        var changed = join(bucket, begun, decisions);
        for (CampaignState campaign : List.copyOf(live)) {
            if (changed.contains(campaign) || hasNews(campaign, bucket, counted)) {
                look(campaign, bucket, changed.contains(campaign), decisions);
            }
        }
        return decisions;
    }

    /** Amends the alerts of campaigns that late reports belong to. */
    public List<Decision> amend(long bucket, Set<ViewKey> late) {
        var decisions = new ArrayList<Decision>();
        for (CampaignState campaign : List.copyOf(live)) {
            if (campaign.keys.stream().anyMatch(late::contains)) {
                var assessment = assess(campaign, bucket);
                decisions.add(announcer.revision(campaign, assessment));
                decisions.add(announcer.snapshot(campaign, grid.endMillis(bucket), assessment));
                keep(campaign);
            }
        }
        return decisions;
    }

    /** When an hour ends: time lines move on, and campaigns without news subside and end. */
    public List<Decision> endHour(long bucket) {
        var decisions = new ArrayList<Decision>();
        long at = grid.endMillis(bucket);
        if (Math.floorMod(grid.hourOf(bucket), HOURS_BETWEEN_MERGES) == 0) {
            for (var campaigns : joiner.joined(List.copyOf(live), bucket)) {
                merge(campaigns.get(0), campaigns.subList(1, campaigns.size()), bucket, decisions);
            }
        }
        for (CampaignState campaign : List.copyOf(live)) {
            moveOn(campaign, bucket, at, decisions);
        }
        live.removeIf(campaign -> !campaign.isLive());
        return decisions;
    }

    private void moveOn(CampaignState campaign, long bucket, long at, List<Decision> decisions) {
        long silent = at - campaign.lastNews;
        boolean ends = silent >= policy.stages().endedAfter().toMillis();
        boolean subsides =
                !ends && silent >= policy.stages().subsidingAfter().toMillis() && campaign.stage != Stage.SUBSIDING;
        boolean hasNews = silent < TimeGrid.HOUR_MILLIS && campaign.updatedAt != at;
        if (!ends && !subsides && !hasNews) {
            return;
        }
        var assessment = assess(campaign, bucket);
        if (ends) {
            end(campaign, at, assessment, decisions);
        } else if (subsides) {
            enter(campaign, Stage.SUBSIDING, Kind.UPDATED, at, assessment, decisions);
        }
        decisions.add(announcer.snapshot(campaign, at, assessment));
        keep(campaign);
    }

    /** Whether any campaign lives. */
    public boolean isCalm() {
        return live.isEmpty();
    }

    private boolean hasNews(CampaignState campaign, long bucket, Set<ViewKey> counted) {
        return campaign.keys.stream()
                .anyMatch(key -> counted.contains(key)
                        && watch.key(key).flatMap(WatchedKey::surge).isPresent()
                        && watch.isUnusualToday(key, bucket));
    }

    private void look(CampaignState campaign, long bucket, boolean grown, List<Decision> decisions) {
        long at = grid.endMillis(bucket);
        campaign.lastNews = at;
        boolean settled = campaign.stage == Stage.MASS && !grown;
        if (settled && campaign.updatedAt / TimeGrid.HOUR_MILLIS == at / TimeGrid.HOUR_MILLIS) {
            keep(campaign);
            return;
        }
        var assessment = assess(campaign, bucket);
        if (campaign.lastAlert == null) {
            var kind = campaign.broadcast ? Kind.BROADCAST : Kind.RAISED;
            campaign.stage = stages.stage(campaign.stage, assessment.reach(), !campaign.broadcast);
            decisions.add(announcer.alert(campaign, kind, Optional.empty(), at, List.of(), assessment));
        } else {
            follow(campaign, at, assessment, decisions);
        }
        decisions.add(announcer.snapshot(campaign, at, assessment));
        keep(campaign);
    }

    private void follow(CampaignState campaign, long at, Assessment assessment, List<Decision> decisions) {
        var stage = stages.stage(campaign.stage, assessment.reach(), !campaign.broadcast);
        if (stage != campaign.stage) {
            enter(campaign, stage, Kind.ESCALATED, at, assessment, decisions);
        } else if (assessment.evidence().people() >= 2 * campaign.peopleTold
                && at - campaign.lastAlert.at() >= BETWEEN_UPDATES.toMillis()) {
            decisions.add(
                    announcer.alert(campaign, Kind.UPDATED, Optional.of(campaign.stage), at, List.of(), assessment));
        }
    }

    private void enter(
            CampaignState campaign, Stage stage, Kind kind, long at, Assessment assessment, List<Decision> decisions) {
        var previous = campaign.stage;
        campaign.stage = stage;
        campaign.stageSince = at;
        decisions.add(announcer.alert(campaign, kind, Optional.of(previous), at, List.of(), assessment));
    }

    private void end(CampaignState campaign, long at, Assessment assessment, List<Decision> decisions) {
        campaign.endedAt = OptionalLong.of(at);
        enter(campaign, Stage.ENDED, Kind.RESOLVED, at, assessment, decisions);
    }

    private Assessment assess(CampaignState campaign, long bucket) {
        var assessment = assessor.assess(campaign, bucket);
        campaign.onset = assessment.evidence().onset();
        assessment
                .latestSeries()
                .forEach(point -> campaign.series.put(point.at(), new double[] {point.reports(), point.expected()}));
        long oldest = grid.endMillis(bucket) - Duration.ofDays(SERIES_DAYS).toMillis();
        campaign.series.headMap(oldest).clear();
        return assessment;
    }

    private Set<CampaignState> join(long bucket, List<WatchedKey> begun, List<Decision> decisions) {
        var changed = new LinkedHashSet<CampaignState>();
        for (var together : joiner.join(List.copyOf(live), begun, bucket)) {
            var campaigns = together.campaigns();
            var first = campaigns.isEmpty() ? raise(together.keys(), bucket, together.broadcast()) : campaigns.get(0);
            first.keys.addAll(together.keys());
            if (campaigns.size() > 1) {
                merge(first, campaigns.subList(1, campaigns.size()), bucket, decisions);
            }
            changed.add(first);
        }
        return changed;
    }

    private CampaignState raise(Collection<ViewKey> keys, long bucket, boolean broadcast) {
        long at = grid.endMillis(bucket);
        var key = keys.iterator().next();
        long from = watch.key(key)
                .flatMap(WatchedKey::surge)
                .map(surge -> grid.startMillis(surge.from()))
                .orElse(at);
        var campaign = new CampaignState(Announcer.campaignId(policy.name(), key, at), at, new Onset(from, from, at));
        campaign.broadcast = broadcast;
        campaign.keys.addAll(keys);
        live.add(campaign);
        live.sort(OLDEST_FIRST);
        return campaign;
    }

    private void merge(CampaignState into, List<CampaignState> others, long bucket, List<Decision> decisions) {
        long at = grid.endMillis(bucket);
        var ids = new ArrayList<UUID>();
        for (CampaignState other : others) {
            into.keys.addAll(other.keys);
            into.lastNews = Math.max(into.lastNews, other.lastNews);
            other.mergedInto = Optional.of(into.id);
            ids.add(other.id);
            decisions.add(announcer.snapshot(other, at, assess(other, bucket)));
            table.remove(other.id.toString());
        }
        live.removeAll(others);
        decisions.add(announcer.alert(into, Kind.MERGED, Optional.of(into.stage), at, ids, assess(into, bucket)));
    }

    private void keep(CampaignState campaign) {
        if (campaign.isLive()) {
            table.put(campaign.id.toString(), campaign);
        } else {
            table.remove(campaign.id.toString());
        }
    }
}
