package dzvin.detector.core.decide;

/** What the detector says. Order matters: decisions come in the order of buckets, then as listed for each. */
public sealed interface Decision permits SurgeSignal, CampaignSnapshot, CampaignAlert, EarlySignal, EarlyAlert {
    /** Whom it is about: the text of a key, or the id of a campaign. Decisions of one subject stay in order. */
    String subject();

    /** End of the bucket that decided, epoch milliseconds: not when it was computed. */
    long at();
}
