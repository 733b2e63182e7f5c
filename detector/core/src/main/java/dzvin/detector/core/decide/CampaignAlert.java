package dzvin.detector.core.decide;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An event in a campaign's life.
 *
 * @param id deterministic id of the event
 * @param revision amendments of the same event count up, from 1
 * @param at bucket end that decided, epoch milliseconds
 * @param mergedFrom campaigns taken over, for {@code MERGED} and {@code BROADCAST}
 * @param splitFrom campaign that this one was told apart from, for {@code RAISED}
 */
public record CampaignAlert(
        UUID id,
        int revision,
        UUID campaign,
        Kind kind,
        Stage stage,
        Optional<Stage> previousStage,
        long at,
        List<UUID> mergedFrom,
        Optional<UUID> splitFrom,
        Evidence evidence,
        Summary summary)
        implements Decision {
    @Override
    public String subject() {
        return campaign.toString();
    }

    /** What happened. */
    public enum Kind {
        RAISED,
        ESCALATED,
        UPDATED,
        MERGED,
        RESOLVED,
        BROADCAST
    }
}
