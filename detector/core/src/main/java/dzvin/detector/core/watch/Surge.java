package dzvin.detector.core.watch;

/**
 * A key that counts too much for its baseline, from the bucket that showed it until it is back to normal.
 *
 * @param since bucket that showed it
 * @param scale index of the scale that showed it most
 * @param from first bucket of that scale's window
 * @param people counted in the window
 * @param expected people that the baseline expects in the window
 * @param logEvidence ln of the e-value
 * @param perWeek how often a week chance brings as much to this key at this scale
 */
public record Surge(
        long since, int scale, long from, long people, double expected, double logEvidence, double perWeek) {}
