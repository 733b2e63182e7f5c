package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Surge;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The campaigns that live, in the order in which they were raised, then by id. Used by one thread. */
final class Roster {
    static final TableSpec<CampaignState> TABLE = new TableSpec<>("live-campaigns", new CampaignCodec());

    private static final Comparator<CampaignState> OLDEST_FIRST = Comparator.<CampaignState>comparingLong(
                    campaign -> campaign.raisedAt)
            .thenComparing(campaign -> campaign.id.toString());

    private final Policy policy;
    private final TimeGrid grid;
    private final Watch watch;
    private final Table<CampaignState> table;
    private final List<CampaignState> live = new ArrayList<>();

    Roster(Policy policy, Watch watch, Tables tables) {
        this.policy = policy;
        this.grid = TimeGrid.of(policy.bucket());
        this.watch = watch;
        this.table = tables.table(TABLE);
        table.forEach((id, campaign) -> live.add(campaign));
        live.sort(OLDEST_FIRST);
    }

    /** Those that live now: what is raised or ends later does not change the list. */
    List<CampaignState> live() {
        return List.copyOf(live);
    }

    boolean isEmpty() {
        return live.isEmpty();
    }

    boolean hasBroadcast() {
        return live.stream().anyMatch(campaign -> campaign.broadcast);
    }

    Optional<CampaignState> of(ViewKey key) {
        return live.stream().filter(campaign -> campaign.keys.contains(key)).findFirst();
    }

    CampaignState raise(Collection<ViewKey> keys, long bucket) {
        var key = keys.iterator().next();
        long from = watch.key(key).flatMap(WatchedKey::surge).map(Surge::from).orElse(bucket + 1);
        return raise(keys, from, bucket, false);
    }

    /** Of the whole stream, that has risen everywhere since a bucket, inclusive. */
    CampaignState raiseBroadcast(long from, long bucket) {
        return raise(List.of(Watch.ALL), from, bucket, true);
    }

    private CampaignState raise(Collection<ViewKey> keys, long from, long bucket, boolean broadcast) {
        long at = grid.endMillis(bucket);
        long earliest = grid.startMillis(from);
        var id = Announcer.campaignId(policy.name(), keys.iterator().next(), at);
        var campaign = new CampaignState(id, at, new Onset(earliest, earliest, at));
        campaign.broadcast = broadcast;
        campaign.keys.addAll(keys);
        live.add(campaign);
        live.sort(OLDEST_FIRST);
        return campaign;
    }

    /** Remembers a campaign as it is now; one that has ended, or was taken over, is forgotten. */
    void keep(CampaignState campaign) {
        if (campaign.isLive()) {
            table.put(campaign.id.toString(), campaign);
        } else {
            live.remove(campaign);
            table.remove(campaign.id.toString());
        }
    }
}
