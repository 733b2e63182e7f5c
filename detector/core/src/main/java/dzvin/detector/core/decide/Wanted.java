package dzvin.detector.core.decide;

/** Which decisions somebody listens to. The others are taken all the same, and not put into words. */
public enum Wanted {
    /** All of them. */
    EVERYTHING,
    /** Signals and alerts; not each change of a campaign. */
    SIGNALS_AND_ALERTS;

    /** Whether each change of a campaign is told. */
    public boolean snapshots() {
        return this == EVERYTHING;
    }
}
