package dzvin.detector.core.campaign;

import dzvin.detector.core.campaign.Broadcasts.Rise;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        /** What has left a broadcast does not return to it. */
        boolean isOutgrown(CampaignState campaign) {
            return live.stream()
                    .anyMatch(other -> other.broadcast
                            && campaign.splitFrom.filter(other.id::equals).isPresent());
        }
    }

    /**
     * Each surge that began is in exactly one of them; a surge of the whole stream alone is in none. Campaigns that have turned out to show no more than
     * everything does are together, too.
     */
    List<Together> join(List<CampaignState> live, List<WatchedKey> begun, long bucket) {
        if (begun.isEmpty() && live.isEmpty()) {
            return List.of();
        }
        links.beginRound();
        var rise = rise(live, bucket);
        var surges = Stream.concat(begun.stream(), outgrown(live, rise, bucket))
                .filter(surge -> rise.isPresent() || !surge.key().equals(Watch.ALL))
                .toList();
        var round = new Round(live, surges, rise, bucket);
        var parts = partsOfAll(round);
        var found = new ArrayList<Together>();
        if (parts.stream().anyMatch(node -> node >= live.size() || !live.get(node).broadcast)) {
            found.add(together(parts, round, rise));
        }
        for (var component : components(round, parts)) {
            if (component.get(component.size() - 1) >= live.size()) {
                found.add(together(component, round, Optional.empty()));
            }
        }
        return found;
    }

    /** What has been called a broadcast remains one for as long as the whole stream is high. */
    private Optional<Rise> rise(List<CampaignState> live, long bucket) {
        return live.stream().anyMatch(campaign -> campaign.broadcast)
                ? broadcasts.riseOfAll(bucket)
                : broadcasts.rise(bucket);
    }

    /** What was part of a broadcast, and has come to show more than everything does: it begins anew. */
    private Stream<WatchedKey> outgrown(List<CampaignState> live, Optional<Rise> rise, long bucket) {
        return rise.stream()
                .flatMap(risen -> live.stream()
                        .filter(campaign -> campaign.broadcast)
                        .flatMap(campaign -> surging(campaign).stream())
                        .flatMap(key -> watch.key(key).stream())
                        .filter(surge -> surge.surge().orElseThrow().since() < bucket)
                        .filter(surge -> broadcasts.isOutgrown(risen, surge, bucket)));
    }

    /** Those that show no more than everything does. */
    private List<Integer> partsOfAll(Round round) {
        var live = round.live();
        var parts = new ArrayList<Integer>();
        for (int i = 0; i < live.size(); i++) {
            if (live.get(i).broadcast || isPartOfAll(live.get(i), round)) {
                parts.add(i);
            }
        }
        for (int i = 0; i < round.surges().size(); i++) {
            var surge = round.surges().get(i);
            if (isPartOfAll(surge, round, parts)) {
                parts.add(live.size() + i);
            }
        }
        return parts;
    }

    /** What belongs to a campaign is part of everything if the campaign is, and has not outgrown it. */
    private boolean isPartOfAll(WatchedKey surge, Round round, List<Integer> parts) {
        for (int i = 0; i < round.live().size(); i++) {
            if (round.live().get(i).keys.contains(surge.key())) {
                return parts.contains(i) && !isOutgrown(surge, round);
            }
        }
        return isPartOfAll(surge, round);
    }

    private boolean isOutgrown(WatchedKey surge, Round round) {
        return round.rise()
                .filter(rise -> broadcasts.isOutgrown(rise, surge, round.bucket()))
                .isPresent();
    }

    private boolean isPartOfAll(CampaignState campaign, Round round) {
        if (round.rise().isEmpty() || round.isOutgrown(campaign)) {
            return false;
        }
        var surging = surging(campaign);
        return !surging.isEmpty()
                && surging.stream().allMatch(key -> isPartOfAll(watch.key(key).orElseThrow(), round));
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

    private List<List<Integer>> components(Round round, List<Integer> parts) {
        int campaigns = round.live().size();
        var components = new Components(campaigns + round.surges().size());
        for (int i = campaigns; i < campaigns + round.surges().size(); i++) {
            for (int other = 0; other < i; other++) {
                if (!parts.contains(i) && !parts.contains(other) && belongs(i, other, round)) {
                    components.join(i, other);
                }
            }
        }
        return components.all().stream()
                .filter(component -> !parts.contains(component.get(0)))
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
