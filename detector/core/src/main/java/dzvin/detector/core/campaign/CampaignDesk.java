package dzvin.detector.core.campaign;

import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.decide.Wanted;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.explain.Sentences;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * Holds surges together as campaigns, and apart, and follows each through its stages. Campaigns are looked at in the order of
 * their {@link Roster}. Used by one thread.
 */
public final class CampaignDesk {
    private static final Duration BETWEEN_UPDATES = Duration.ofHours(6);
    private static final long SERIES_MILLIS = Duration.ofDays(60).toMillis();
    /** A key in common may be calm for some hours, and surge again. */
    private static final Duration APART_FOR = Duration.ofHours(24);
    /** Looking at every pair of keys is dear; between times new surges join campaigns by themselves. */
    private static final int HOURS_BETWEEN_ORDERS = 6;

    /** What it keeps. */
    public static final List<TableSpec<?>> TABLES = List.of(Roster.TABLE);

    private final Policy policy;
    private final TimeGrid grid;
    private final Watch watch;
    private final Roster roster;
    private final PartsOfAll partsOfAll;
    private final Joiner joiner;
    private final Separator separator;
    private final Assessor assessor;
    private final StageRule stages;
    private final Announcer announcer;

    public CampaignDesk(Policy policy, Watch watch, Exposure stream, Labels labels, Tables tables, Wanted wanted) {
        this.policy = policy;
        this.grid = TimeGrid.of(policy.bucket());
        this.watch = watch;
        this.roster = new Roster(policy, watch, tables);
        var links = new Links(watch, grid);
        this.partsOfAll = new PartsOfAll(watch, grid);
        this.joiner = new Joiner(watch, links, partsOfAll);
        this.separator = new Separator(policy, watch, links);
        this.assessor = new Assessor(policy, watch, stream);
        this.stages = new StageRule(policy.stages());
        this.announcer = new Announcer(new Sentences(labels, policy.calendar().zone()), wanted);
    }

    /** Which live campaign a key belongs to. */
    public Optional<UUID> campaignOf(ViewKey key) {
        return roster.of(key).map(campaign -> campaign.id);
    }

    /** Whether a key's campaign may end with the hour that runs in this bucket, or the one before, which has not ended yet. */
    boolean mayEnd(ViewKey key, long bucket) {
        long soon = grid.endMillis(bucket) + TimeGrid.HOUR_MILLIS;
        return roster.of(key)
                .filter(campaign ->
                        soon - campaign.lastNews >= policy.stages().endedAfter().toMillis())
                .isPresent();
    }

    /** Whether a surge in an open bucket shows no more than a broadcast that lives. */
    boolean isPartOfBroadcast(WatchedKey surge, long bucket) {
        return roster.hasBroadcast() && partsOfAll.holdsEarly(surge, bucket);
    }

    /**
     * Takes the surges that began with a bucket, and looks at every campaign that the bucket counted in.
     *
     * @param surging keys that counted something and surge
     */
    public List<Decision> decide(long bucket, List<WatchedKey> begun, Set<ViewKey> surging) {
        var decisions = new ArrayList<Decision>();
        var changed = join(bucket, begun, decisions);
        for (CampaignState campaign : roster.live()) {
            // Long after a step parts of it still begin to surge over seven days: a broadcast has them, and no news.
            boolean grown = changed.contains(campaign) && (!campaign.broadcast || campaign.lastAlert == null);
            if (grown || hasNews(campaign, bucket, surging)) {
                look(campaign, bucket, grown, decisions);
            } else if (changed.contains(campaign)) {
                roster.keep(campaign);
            }
        }
        return decisions;
    }

    /** Amends the alerts of campaigns that late reports belong to. */
    public List<Decision> amend(long bucket, Set<ViewKey> late) {
        var decisions = new ArrayList<Decision>();
        for (CampaignState campaign : roster.live()) {
            if (campaign.keys.stream().anyMatch(late::contains)) {
                var assessment = assess(campaign, bucket);
                decisions.add(announcer.revision(campaign, assessment));
                announcer.change(campaign, grid.endMillis(bucket), assessment, decisions);
                roster.keep(campaign);
            }
        }
        return decisions;
    }

    /** When an hour ends: time lines move on, and campaigns without news subside and end. */
    public List<Decision> endHour(long bucket) {
        var decisions = new ArrayList<Decision>();
        long at = grid.endMillis(bucket);
        if (Math.floorMod(grid.hourOf(bucket), HOURS_BETWEEN_ORDERS) == 0) {
            for (var campaigns : joiner.joined(roster.live(), bucket)) {
                merge(campaigns.get(0), campaigns.subList(1, campaigns.size()), bucket, decisions);
            }
            for (CampaignState campaign : roster.live()) {
                tellApart(campaign, bucket, decisions);
            }
        }
        for (CampaignState campaign : roster.live()) {
            moveOn(campaign, bucket, at, decisions);
        }
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
            end(campaign, bucket, assessment, decisions);
        } else if (subsides) {
            campaign.countsFrom = campaign.lastNews;
            enter(campaign, Stage.SUBSIDING, Kind.UPDATED, at, assessment, decisions);
        }
        announcer.change(campaign, at, assessment, decisions);
        roster.keep(campaign);
    }

    /** Whether any campaign lives. */
    public boolean isCalm() {
        return roster.isEmpty();
    }

    private boolean hasNews(CampaignState campaign, long bucket, Set<ViewKey> surging) {
        if (campaign.broadcast) {
            return !surging.isEmpty() && partsOfAll.isHighToday(bucket);
        }
        return surging.stream().anyMatch(key -> campaign.keys.contains(key) && watch.isUnusualToday(key, bucket))
                && assessor.isUnusualToday(campaign, bucket);
    }

    private void look(CampaignState campaign, long bucket, boolean grown, List<Decision> decisions) {
        long at = grid.endMillis(bucket);
        campaign.lastNews = at;
        boolean settled = campaign.stage == Stage.MASS && !grown;
        if (settled && campaign.updatedAt / TimeGrid.HOUR_MILLIS == at / TimeGrid.HOUR_MILLIS) {
            roster.keep(campaign);
            return;
        }
        var assessment = assess(campaign, bucket);
        if (campaign.lastAlert == null) {
            tellFirst(campaign, at, List.of(), assessment, decisions);
        } else {
            follow(campaign, at, assessment, decisions);
        }
        announcer.change(campaign, at, assessment, decisions);
        roster.keep(campaign);
    }

    private void follow(CampaignState campaign, long at, Assessment assessment, List<Decision> decisions) {
        var stage = stages.stage(campaign.stage, assessment.reach(), !campaign.broadcast);
        if (stage != campaign.stage) {
            // News of a campaign that subsided: it lives on, and has not grown until its reach says so.
            var kind = stage == Stage.EMERGING ? Kind.UPDATED : Kind.ESCALATED;
            enter(campaign, stage, kind, at, assessment, decisions);
        } else if (at - campaign.lastAlert.at() >= BETWEEN_UPDATES.toMillis()
                && assessment.people() >= 2 * campaign.peopleTold) {
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

    private void end(CampaignState campaign, long bucket, Assessment assessment, List<Decision> decisions) {
        long at = grid.endMillis(bucket);
        campaign.endedAt = OptionalLong.of(at);
        enter(campaign, Stage.ENDED, Kind.RESOLVED, at, assessment, decisions);
        campaign.keys.forEach(key -> watch.told(key, bucket));
    }

    private Assessment assess(CampaignState campaign, long bucket) {
        var assessment = assessor.assess(campaign, bucket, roster.hasBroadcast());
        campaign.onset = assessment.onset();
        campaign.series.retell(assessment.latestHours());
        campaign.series.forgetBefore(grid.endMillis(bucket) - SERIES_MILLIS);
        return assessment;
    }

    private Set<CampaignState> join(long bucket, List<WatchedKey> begun, List<Decision> decisions) {
        var changed = new LinkedHashSet<CampaignState>();
        for (var together : joiner.join(roster.live(), begun, bucket)) {
            var campaigns = new ArrayList<>(together.campaigns());
            var first = first(together, bucket);
            campaigns.remove(first);
            if (!first.broadcast) {
                takeFromBroadcast(first, together.keys());
            }
            first.keys.addAll(together.keys());
            if (!campaigns.isEmpty()) {
                merge(first, campaigns, bucket, decisions);
            }
            changed.add(first);
        }
        return changed;
    }

    /** What shows more than everything does is no part of a broadcast any more. */
    private void takeFromBroadcast(CampaignState campaign, List<ViewKey> keys) {
        for (CampaignState broadcast : roster.live()) {
            if (broadcast.broadcast && broadcast.keys.removeAll(keys)) {
                roster.keep(broadcast);
                if (campaign.lastAlert == null) {
                    campaign.splitFrom = Optional.of(broadcast.id);
                }
            }
        }
    }

    /** What all of it belongs to: the broadcast or the oldest campaign that lives, or a new one. */
    private CampaignState first(Joiner.Together together, long bucket) {
        return PartsOfAll.broadcast(together.campaigns())
                .orElseGet(() -> together.rise()
                        .map(rise -> roster.raiseBroadcast(rise.from(), bucket))
                        .orElseGet(() -> together.campaigns().isEmpty()
                                ? roster.raise(together.keys(), bucket)
                                : together.campaigns().get(0)));
    }

    private void merge(CampaignState into, List<CampaignState> others, long bucket, List<Decision> decisions) {
        long at = grid.endMillis(bucket);
        var ids = new ArrayList<UUID>();
        for (CampaignState other : others) {
            into.keys.addAll(other.keys);
            into.lastNews = Math.max(into.lastNews, other.lastNews);
            other.mergedInto = Optional.of(into.id);
            ids.add(other.id);
            announcer.change(other, at, assess(other, bucket), decisions);
            roster.keep(other);
        }
        into.apartSince = OptionalLong.empty();
        var assessment = assess(into, bucket);
        if (into.lastAlert == null) {
            tellFirst(into, at, ids, assessment, decisions);
        } else {
            decisions.add(announcer.alert(into, Kind.MERGED, Optional.of(into.stage), at, ids, assessment));
        }
        roster.keep(into);
    }

    private void tellFirst(
            CampaignState campaign, long at, List<UUID> mergedFrom, Assessment assessment, List<Decision> decisions) {
        var kind = campaign.broadcast ? Kind.BROADCAST : Kind.RAISED;
        campaign.stage = stages.stage(campaign.stage, assessment.reach(), !campaign.broadcast);
        decisions.add(announcer.alert(campaign, kind, Optional.empty(), at, mergedFrom, assessment));
    }

    private void tellApart(CampaignState campaign, long bucket, List<Decision> decisions) {
        long at = grid.endMillis(bucket);
        boolean hasNews = at - campaign.lastNews < TimeGrid.HOUR_MILLIS;
        // Of a quiet hour, at night for one, nothing is to be learned; nor while everything rises, whatever it shares.
        if (roster.hasBroadcast() || campaign.lastAlert == null || !hasNews) {
            return;
        }
        var parts = separator.parts(campaign, bucket);
        var since = parts.size() < 2 ? OptionalLong.empty() : OptionalLong.of(campaign.apartSince.orElse(at));
        if (!since.equals(campaign.apartSince)) {
            campaign.apartSince = since;
            roster.keep(campaign);
        }
        if (since.isPresent() && at - since.getAsLong() >= APART_FOR.toMillis()) {
            split(campaign, parts, bucket, decisions);
        }
    }

    private void split(CampaignState campaign, List<Set<ViewKey>> parts, long bucket, List<Decision> decisions) {
        long at = grid.endMillis(bucket);
        campaign.apartSince = OptionalLong.empty();
        campaign.keys.retainAll(Set.copyOf(parts.get(0)));
        var assessment = assess(campaign, bucket);
        decisions.add(announcer.alert(campaign, Kind.UPDATED, Optional.of(campaign.stage), at, List.of(), assessment));
        announcer.change(campaign, at, assessment, decisions);
        roster.keep(campaign);
        for (Set<ViewKey> part : parts.subList(1, parts.size())) {
            var other = roster.raise(part, bucket);
            other.splitFrom = Optional.of(campaign.id);
            look(other, bucket, true, decisions);
        }
    }
}
