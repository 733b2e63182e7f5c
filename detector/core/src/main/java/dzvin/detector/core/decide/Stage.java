package dzvin.detector.core.decide;

/** Where a campaign is in its life. */
public enum Stage {
    /** More than chance, and no more is known. */
    EMERGING,
    /** Several people in more than one region. */
    SPREADING,
    /** A mass effort by the policy's bounds. */
    MASS,
    /** Nothing new for a while. */
    SUBSIDING,
    /** Over. */
    ENDED
}
