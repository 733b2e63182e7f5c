package dzvin.detector.core.campaign;

import dzvin.detector.core.campaign.Broadcasts.Rise;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what belongs together: surges that began, with each other and with campaigns that live. */
final class Joiner {
    private final Watch watch;
    private final Links links;
    private final PartsOfAll partsOfAll;

    Joiner(Watch watch, Links links, PartsOfAll partsOfAll) {
        this.watch = watch;
        this.links = links;
        this.partsOfAll = partsOfAll;
    }

    /**
     * What belongs together.
     *
     * @param campaigns that live, oldest first; none: the keys begin a new one
     * @param keys whose surges began
     * @param rise of everything, if none of it shows more than that
     */
    record Together(List<CampaignState> campaigns, List<ViewKey> keys, Optional<Rise> rise) {}

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
        var rise = partsOfAll.rise(live, bucket);
        var single = Stream.concat(begun.stream(), partsOfAll.outgrown(live, bucket))
                .filter(surge -> !surge.key().equals(Watch.ALL));
        var surges = Stream.concat(single, rise.isPresent() ? whole.stream() : Stream.empty())
                .toList();
        var round = new JoinRound(live, surges, rise, bucket);
        var parts = partsOfAll.of(round);
        var found = new ArrayList<Together>();
        if (parts.stream().anyMatch(node -> !round.isCampaign(node) || !round.campaign(node).broadcast)) {
            found.add(together(parts.stream().boxed().toList(), round, rise));
        }
        for (var component : components(round, parts)) {
            if (!round.isCampaign(component.get(component.size() - 1))) {
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

    /** Of what is no part of everything. */
    private List<List<Integer>> components(JoinRound round, BitSet parts) {
        var nodes = IntStream.range(0, round.nodes())
                .filter(node -> !parts.get(node))
                .toArray();
        return components(round, nodes, (one, other) -> belongs(one, other, round)).all().stream()
                .filter(component -> !parts.get(component.get(0)))
                .toList();
    }

    /** What is linked is together, but of what has words a place is added to one only: to the campaign that holds it, or else to the oldest. */
    private static Components components(JoinRound round, int[] nodes, BiPredicate<Integer, Integer> linked) {
        var components = new Components(round.nodes());
        for (int one : nodes) {
            for (int other : nodes) {
                if (other < one && !round.isPlaceOfWords(one, other) && linked.test(one, other)) {
                    components.join(one, other);
                }
            }
        }
        for (int place : nodes) {
            var words = Arrays.stream(nodes)
                    .filter(node -> round.isPlace(place) && round.hasWords(node))
                    .toArray();
            if (Arrays.stream(words).noneMatch(node -> components.joined(place, node))) {
                IntStream.concat(
                                Arrays.stream(words).filter(node -> round.holds(node, place)),
                                Arrays.stream(words).filter(node -> linked.test(place, node)))
                        .findFirst()
                        .ifPresent(node -> components.join(place, node));
            }
        }
        return components;
    }

    /** Whether two nodes are about the same calls; two campaigns are not asked here. */
    private boolean belongs(int one, int other, JoinRound round) {
        if (round.isCampaign(one) && round.isCampaign(other)) {
            return false;
        }
        if (round.isCampaign(one) || round.isCampaign(other)) {
            return belongs(round.surge(Math.max(one, other)), round.campaign(Math.min(one, other)), round.bucket());
        }
        return links.linked(round.surge(one).key(), round.surge(other).key(), round.bucket());
    }

    private boolean belongs(WatchedKey surge, CampaignState campaign, long bucket) {
        return campaign.keys.contains(surge.key())
                || watch.surging(campaign.bridges()).anyMatch(other -> links.linked(surge.key(), other.key(), bucket));
    }

    private static Together together(List<Integer> nodes, JoinRound round, Optional<Rise> rise) {
        return new Together(
                nodes.stream().filter(round::isCampaign).map(round::campaign).toList(),
                nodes.stream()
                        .filter(node -> !round.isCampaign(node))
                        .map(node -> round.surge(node).key())
                        .toList(),
                rise);
    }

    /** Campaigns that have come to share their calls, oldest first in each list. */
    List<List<CampaignState>> joined(List<CampaignState> live, long bucket) {
        links.beginRound();
        var round = new JoinRound(live, List.of(), Optional.empty(), bucket);
        var nodes = IntStream.range(0, live.size()).toArray();
        return components(round, nodes, (one, other) -> share(live.get(one), live.get(other), bucket)).all().stream()
                .filter(component -> component.size() > 1)
                .map(component -> component.stream().map(live::get).toList())
                .toList();
    }

    private boolean share(CampaignState one, CampaignState other, long bucket) {
        if (one.broadcast != other.broadcast) {
            return false;
        }
        var others = watch.surging(other.bridges()).toList();
        return watch.surging(one.bridges())
                .anyMatch(surge -> others.stream().anyMatch(with -> links.linked(surge.key(), with.key(), bucket)));
    }
}
