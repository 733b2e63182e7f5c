package dzvin.detector.core.campaign;

import dzvin.detector.core.campaign.Broadcasts.Rise;
import dzvin.detector.core.watch.WatchedKey;
import java.util.List;
import java.util.Optional;

/**
 * What is held against each other when surges begin. Nodes are numbered, campaigns first, then surges.
 *
 * @param live campaigns, oldest first
 * @param surges that begin
 * @param rise of everything, if everything rises
 * @param bucket that just closed
 */
record JoinRound(List<CampaignState> live, List<WatchedKey> surges, Optional<Rise> rise, long bucket) {
    int nodes() {
        return live.size() + surges.size();
    }

    boolean isCampaign(int node) {
        return node < live.size();
    }

    CampaignState campaign(int node) {
        return live.get(node);
    }

    WatchedKey surge(int node) {
        return surges.get(node - live.size());
    }

    /** Whether a node is known by nothing but a place. */
    boolean isPlace(int node) {
        return isCampaign(node)
                ? campaign(node).isPlace()
                : Places.isPlace(surge(node).key());
    }

    /** Whether it is known what is said. */
    boolean hasWords(int node) {
        return isCampaign(node)
                ? campaign(node).hasWords()
                : Places.hasWords(surge(node).key());
    }

    /** Whether of one node nothing is known but a place, and of the other what is said. */
    boolean isPlaceOfWords(int one, int other) {
        return (isPlace(one) && hasWords(other)) || (hasWords(one) && isPlace(other));
    }

    /** Whether a node is a campaign that the key of another one belongs to already. */
    boolean holds(int campaign, int surge) {
        return isCampaign(campaign)
                && !isCampaign(surge)
                && campaign(campaign).keys.contains(surge(surge).key());
    }
}
