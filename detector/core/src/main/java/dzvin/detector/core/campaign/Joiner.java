package dzvin.detector.core.campaign;

import dzvin.detector.core.campaign.Broadcasts.Rise;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what belongs together: surges that began, with each other and with campaigns that live. */
final class Joiner {
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Watch watch;
    private final TimeGrid grid;
    private final Links links;
    private final Broadcasts broadcasts;

    Joiner(Watch watch, TimeGrid grid, Links links, Broadcasts broadcasts) {
        this.watch = watch;
        this.grid = grid;
        this.links = links;
        this.broadcasts = broadcasts;
    }

    /**
     * What belongs together.
     *
     * @param campaigns that live, oldest first; none: the keys begin a new one
     * @param keys whose surges began
     * @param rise of everything, if none of it shows more than that
     */
    record Together(List<CampaignState> campaigns, List<ViewKey> keys, Optional<Rise> rise) {
        /** The one that lives. */
        Optional<CampaignState> broadcast() {
            return campaigns.stream().filter(campaign -> campaign.broadcast).findFirst();
        }
    }

    /** What one round holds against each other: campaigns first, then surges. */
    private record Round(List<CampaignState> live, List<WatchedKey> surges, Optional<Rise> rise, long bucket) {
        int nodes() {
            return live.size() + surges.size();
        }
    }

    /**
     * Each surge that began is in exactly one of them; a surge of the whole stream alone is in none. Campaigns that have turned out to show no more than
     * everything does are together, too.
     */
    List<Together> join(List<CampaignState> live, List<WatchedKey> begun, long bucket) {
        var whole = unclaimedWhole(live);
        if (begun.isEmpty() && live.isEmpty() && whole.isEmpty()) {
            return List.of();
        }
        links.beginRound();
        var rise = rise(live, bucket);
        var parts = Stream.concat(begun.stream(), outgrown(live, bucket))
                .filter(surge -> !surge.key().equals(Watch.ALL));
        var surges = Stream.concat(parts, rise.isPresent() ? whole.stream() : Stream.empty())
                .toList();
        var round = new Round(live, surges, rise, bucket);
        var partsOfAll = partsOfAll(round);
        var found = new ArrayList<Together>();
        if (partsOfAll.stream().anyMatch(node -> node >= live.size() || !live.get(node).broadcast)) {
            found.add(together(partsOfAll.stream().boxed().toList(), round, rise));
        }
        for (var component : components(round, partsOfAll)) {
            if (component.get(component.size() - 1) >= live.size()) {
                found.add(together(component, round, Optional.empty()));
            }
        }
        return found;
    }

    /** The whole stream, if it surges and that was told of nowhere. */
    private Optional<WatchedKey> unclaimedWhole(List<CampaignState> live) {
        return watch.key(Watch.ALL)
                .filter(whole -> whole.surge().isPresent()
                        && live.stream().noneMatch(campaign -> campaign.keys.contains(Watch.ALL)));
    }

    /** What has been called a broadcast remains one for as long as the whole stream is high. */
    private Optional<Rise> rise(List<CampaignState> live, long bucket) {
        return live.stream().anyMatch(campaign -> campaign.broadcast)
                ? broadcasts.riseOfAll(bucket)
                : broadcasts.rise(bucket);
    }

    /** What was part of a broadcast, and has come to show more than everything does: it begins anew. */
    private Stream<WatchedKey> outgrown(List<CampaignState> live, long bucket) {
        return live.stream()
                .filter(campaign -> campaign.broadcast)
                .flatMap(campaign -> surging(campaign).stream())
                .flatMap(key -> watch.key(key).stream())
                .filter(surge -> surge.surge().orElseThrow().since() < bucket)
                .filter(surge -> broadcasts.isOutgrown(surge, bucket));
    }

    /** Nodes that show no more than everything does. */
    private BitSet partsOfAll(Round round) {
        var live = round.live();
        var parts = new BitSet();
        for (int i = 0; i < live.size(); i++) {
            parts.set(i, live.get(i).broadcast || isPartOfAll(live.get(i), round));
        }
        for (int i = 0; i < round.surges().size(); i++) {
            parts.set(live.size() + i, isPartOfAll(round.surges().get(i), round, parts));
        }
        return parts;
    }

    /** What belongs to a campaign is part of everything if the campaign is, and has not outgrown it. */
    private boolean isPartOfAll(WatchedKey surge, Round round, BitSet parts) {
        for (int i = 0; i < round.live().size(); i++) {
            if (round.live().get(i).keys.contains(surge.key())) {
                return parts.get(i) && !broadcasts.isOutgrown(surge, round.bucket());
            }
        }
        return isPartOfAll(surge, round);
    }

    /** A campaign is taken for a part of everything only if it was raised while everything rose, before that was told, and was no mass effort. */
    private boolean isPartOfAll(CampaignState campaign, Round round) {
        if (campaign.stage == Stage.MASS || !roseWithEverything(campaign, round)) {
            return false;
        }
        var surging = surging(campaign);
        return !surging.isEmpty()
                && surging.stream().allMatch(key -> isPartOfAll(watch.key(key).orElseThrow(), round));
    }

    /**
     * What was raised more than a day before has another reason, and what was raised after it was told was more than everything then. A day, for the window in
     * which the rise shows best may begin later than the rise.
     */
    private boolean roseWithEverything(CampaignState campaign, Round round) {
        var broadcast = round.live().stream().filter(other -> other.broadcast).findFirst();
        if (broadcast.isPresent()) {
            return campaign.raisedAt >= broadcast.get().onset.from() - DAY_MILLIS
                    && campaign.raisedAt < broadcast.get().raisedAt;
        }
        return round.rise()
                .filter(rise -> campaign.raisedAt >= grid.startMillis(rise.from()) - DAY_MILLIS)
                .isPresent();
    }

    private boolean isPartOfAll(WatchedKey surge, Round round) {
        return round.rise()
                .filter(rise -> broadcasts.explains(rise, surge, round.bucket()))
                .isPresent();
    }

    /**
     * Whether a surge in an open bucket shows no more than everything did when the bucket before closed, while a broadcast lives. What was never heard before
     * is no part of everything.
     */
    boolean isPartOfBroadcast(WatchedKey surge, long bucket) {
        return watch.key(surge.key()).isPresent()
                && broadcasts
                        .riseOfAll(bucket - 1)
                        .filter(rise -> broadcasts.explains(rise, surge, bucket))
                        .isPresent();
    }

    /** Of what is no part of everything. */
    private List<List<Integer>> components(Round round, BitSet partsOfAll) {
        var components = new Components(round.nodes());
        int nodes = round.nodes();
        for (int i = partsOfAll.nextClearBit(round.live().size()); i < nodes; i = partsOfAll.nextClearBit(i + 1)) {
            for (int other = partsOfAll.nextClearBit(0); other < i; other = partsOfAll.nextClearBit(other + 1)) {
                if (belongs(i, other, round)) {
                    components.join(i, other);
                }
            }
        }
        return components.all().stream()
                .filter(component -> !partsOfAll.get(component.get(0)))
                .toList();
    }

    private boolean belongs(int node, int other, Round round) {
        int campaigns = round.live().size();
        var surge = round.surges().get(node - campaigns);
        return other < campaigns
                ? belongs(surge, round.live().get(other), round.bucket())
                : links.linked(
                        surge.key(), round.surges().get(other - campaigns).key(), round.bucket());
    }

    private boolean belongs(WatchedKey surge, CampaignState campaign, long bucket) {
        return campaign.keys.contains(surge.key())
                || surging(campaign).stream().anyMatch(key -> links.linked(surge.key(), key, bucket));
    }

    private static Together together(List<Integer> nodes, Round round, Optional<Rise> rise) {
        int campaigns = round.live().size();
        return new Together(
                nodes.stream()
                        .filter(node -> node < campaigns)
                        .map(round.live()::get)
                        .toList(),
                nodes.stream()
                        .filter(node -> node >= campaigns)
                        .map(node -> round.surges().get(node - campaigns).key())
                        .toList(),
                rise);
    }

    /** Campaigns that have come to share their calls, oldest first in each list. */
    List<List<CampaignState>> joined(List<CampaignState> live, long bucket) {
        links.beginRound();
        var components = new Components(live.size());
        for (int i = 0; i < live.size(); i++) {
            for (int j = i + 1; j < live.size(); j++) {
                if (!components.joined(i, j) && share(live.get(i), live.get(j), bucket)) {
                    components.join(i, j);
                }
            }
        }
        return components.all().stream()
                .filter(component -> component.size() > 1)
                .map(component -> component.stream().map(live::get).toList())
                .toList();
    }

    private boolean share(CampaignState one, CampaignState other, long bucket) {
        if (one.broadcast != other.broadcast) {
            return false;
        }
        var keys = surging(other);
        return surging(one).stream().anyMatch(key -> keys.stream().anyMatch(with -> links.linked(key, with, bucket)));
    }

    private List<ViewKey> surging(CampaignState campaign) {
        return campaign.keys.stream()
                .filter(key -> watch.key(key).flatMap(WatchedKey::surge).isPresent())
                .toList();
    }
}
