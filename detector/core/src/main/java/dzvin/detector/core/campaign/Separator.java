package dzvin.detector.core.campaign;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Finds campaigns that are two by now: what held them together, a word or a number that both once had in common, has gone, and their large
 * keys surely are about different calls. Only parts that would not be joined again are told apart, and only parts that live: what is still high
 * over a week, and as usual today, is no news.
 */
final class Separator {
    private static final long LOOK_BACK_HOURS = 7L * 24;
    private static final int MOST_KEYS = 40;

    private final Watch watch;
    private final TimeGrid grid;
    private final Links links;
    private final int fewestPeople;

    Separator(Policy policy, Watch watch, Links links) {
        this.watch = watch;
        this.grid = TimeGrid.of(policy.bucket());
        this.links = links;
        this.fewestPeople = policy.stages().spreading().people();
    }

    private record Large(ViewKey key, double excess) {}

    /** The campaign's keys in parts, the largest part first; all of them in one part while nothing is to be told apart. */
    List<Set<ViewKey>> parts(CampaignState campaign, long bucket) {
        links.beginRound();
        var surging = campaign.keys.stream()
                .filter(key -> watch.key(key).flatMap(WatchedKey::surge).isPresent())
                .toList();
        var bridges = surging.stream().filter(campaign.bridges()::contains).toList();
        var cores = cores(large(campaign, bridges, bucket), bucket).stream()
                .filter(core -> core.stream().anyMatch(key -> watch.isUnusualToday(key, bucket)))
                .toList();
        if (cores.size() < 2) {
            return List.of(campaign.keys);
        }
        var parts = shareOut(campaign.keys, surging, cores, bucket);
        return wouldJoin(parts, bridges, bucket) ? List.of(campaign.keys) : parts;
    }

    /** Keys that could be a campaign of their own, largest first. */
    private List<ViewKey> large(CampaignState campaign, Collection<ViewKey> bridges, long bucket) {
        long now = grid.hourOf(bucket);
        long from = grid.firstBucketOf(Math.max(now - LOOK_BACK_HOURS, campaign.onset.at() / TimeGrid.HOUR_MILLIS));
        return bridges.stream()
                .map(key -> new Large(
                        key, watch.peopleBetween(key, from, bucket + 1) - watch.expectedBetween(key, from, bucket + 1)))
                .filter(key -> key.excess() >= fewestPeople)
                .sorted(Comparator.comparingDouble(Large::excess).reversed().thenComparing(Large::key))
                .limit(MOST_KEYS)
                .map(Large::key)
                .toList();
    }

    /** Components of what is not surely apart, that of the largest key first. */
    private List<List<ViewKey>> cores(List<ViewKey> large, long bucket) {
        var components = new Components(large.size());
        for (int i = 0; i < large.size(); i++) {
            for (int j = i + 1; j < large.size(); j++) {
                if (!components.joined(i, j) && !links.apart(large.get(i), large.get(j), bucket)) {
                    components.join(i, j);
                }
            }
        }
        return components.all().stream()
                .map(component -> component.stream().map(large::get).toList())
                .toList();
    }

    /** A small key goes where its calls are: with the large one that it is linked to, or else is part of; one without any stays. */
    private List<Set<ViewKey>> shareOut(
            Collection<ViewKey> keys, Collection<ViewKey> surging, List<List<ViewKey>> cores, long bucket) {
        var parts = new ArrayList<Set<ViewKey>>();
        cores.forEach(core -> parts.add(new TreeSet<>(core)));
        for (ViewKey key : keys) {
            if (parts.stream().noneMatch(part -> part.contains(key))) {
                Predicate<ViewKey> belongs = surging.contains(key)
                        ? large -> links.linked(key, large, bucket)
                        : large -> CoreKeys.isPartOf(key, large);
                parts.get(first(cores, belongs)).add(key);
            }
        }
        return parts;
    }

    /** The first core with a key of a kind; the first of all if there is none. */
    private static int first(List<List<ViewKey>> cores, Predicate<ViewKey> kind) {
        return IntStream.range(0, cores.size())
                .filter(i -> cores.get(i).stream().anyMatch(kind))
                .findFirst()
                .orElse(0);
    }

    private boolean wouldJoin(List<Set<ViewKey>> parts, List<ViewKey> surging, long bucket) {
        for (int i = 0; i < surging.size(); i++) {
            for (int j = i + 1; j < surging.size(); j++) {
                if (areInDifferent(parts, surging.get(i), surging.get(j))
                        && links.linked(surging.get(i), surging.get(j), bucket)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areInDifferent(List<Set<ViewKey>> parts, ViewKey one, ViewKey other) {
        return parts.stream().anyMatch(part -> part.contains(one) != part.contains(other));
    }
}
