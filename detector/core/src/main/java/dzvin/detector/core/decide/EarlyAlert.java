package dzvin.detector.core.decide;

/**
 * An alert that rings while its bucket is open. What came of it follows when the bucket closes: a final alert that takes its
 * place, or its own second revision. No part of what replays compare.
 */
public record EarlyAlert(CampaignAlert alert) implements Decision {
    @Override
    public String subject() {
        return alert.subject();
    }

    @Override
    public long at() {
        return alert.at();
    }
}
