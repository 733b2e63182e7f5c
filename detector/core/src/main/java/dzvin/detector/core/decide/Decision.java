package dzvin.detector.core.decide;

/** What the detector says. Order matters: decisions come in the order of buckets, then as listed for each. */
public sealed interface Decision permits SurgeSignal, CampaignSnapshot, CampaignAlert, EarlySignal, EarlyAlert {}
