package dzvin.detector.core.campaign;

import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Finds what belongs together: surges that began, with each other and with campaigns that live. */
final class Joiner {
    private final Watch watch;
    private final Links links;
    private final Broadcasts broadcasts;

    Joiner(Watch watch, Links links, Broadcasts broadcasts) {
        this.watch = watch;
        this.links = links;
        this.broadcasts = broadcasts;
    }

    /**
     * What belongs together.
     *
     * @param campaigns that live, oldest first; empty: the keys begin a new one
     * @param keys whose surges began
     * @param broadcast whether they are part of everything rising at once
     */
    record Together(List<CampaignState> campaigns, List<ViewKey> keys, boolean broadcast) {}

    /** Each surge that began is in exactly one of them; a surge of the whole stream alone is in none. */
    List<Together> join(List<CampaignState> live, List<WatchedKey> begun, long bucket) {
        links.beginRound();
        var lift = broadcasts.lift(bucket);
        var surges = begun.stream()
                .filter(surge -> lift.isPresent() || !surge.key().equals(Watch.ALL))
                .toList();
        var components = new Components(live.size() + surges.size());
        for (int i = 0; i < surges.size(); i++) {
            for (int other = 0; other < live.size() + i; other++) {
                boolean related = other < live.size()
                        ? belongs(surges.get(i), live.get(other), lift, bucket)
                        : belongs(surges.get(i), surges.get(other - live.size()), lift, bucket);
                if (related) {
                    components.join(live.size() + i, other);
                }
            }
        }
        var found = new ArrayList<Together>();
        for (var component : components.all()) {
            if (component.get(component.size() - 1) >= live.size()) {
                found.add(together(component, live, surges, lift));
            }
        }
        return found;
    }

    private static Together together(
            List<Integer> component, List<CampaignState> live, List<WatchedKey> surges, OptionalDouble lift) {
        var campaigns = component.stream()
                .filter(node -> node < live.size())
                .map(live::get)
                .toList();
        var joined = component.stream()
                .filter(node -> node >= live.size())
                .map(node -> surges.get(node - live.size()))
                .toList();
        boolean broadcast = campaigns.isEmpty()
                ? joined.stream().allMatch(surge -> isPartOfAll(surge, lift))
                : campaigns.get(0).broadcast;
        return new Together(campaigns, joined.stream().map(WatchedKey::key).toList(), broadcast);
    }

    private boolean belongs(WatchedKey surge, CampaignState campaign, OptionalDouble lift, long bucket) {
        if (campaign.keys.contains(surge.key())) {
            return true;
        }
        if (campaign.broadcast || isPartOfAll(surge, lift)) {
            return campaign.broadcast && isPartOfAll(surge, lift);
        }
        return campaign.keys.stream()
                .filter(key -> watch.key(key).flatMap(WatchedKey::surge).isPresent())
                .anyMatch(key -> links.linked(surge.key(), key, bucket));
    }

    private boolean belongs(WatchedKey surge, WatchedKey other, OptionalDouble lift, long bucket) {
        boolean part = isPartOfAll(surge, lift);
        return part == isPartOfAll(other, lift) && (part || links.linked(surge.key(), other.key(), bucket));
    }

    private static boolean isPartOfAll(WatchedKey surge, OptionalDouble lift) {
        return lift.isPresent() && Broadcasts.isPartOf(surge.surge().orElseThrow(), lift.getAsDouble());
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
