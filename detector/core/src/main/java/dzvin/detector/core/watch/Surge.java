package dzvin.detector.core.watch;

/**
 * A key that counts too much for its baseline, from the bucket that showed it until it is back to normal.
 *
 * @param since bucket that showed it
 * @param scale index of the scale that showed it most; of one found over all starts, the shortest that is as long as its window
 * @param from first bucket of that scale's window, or of the likeliest start
 * @param people counted in the window
 * @param expected people that the baseline expects in the window
 * @param logEvidence ln of the e-value
 * @param perWeek how often a week chance brings as much to this key at this scale, or over all starts
 */
public record Surge(
        long since, int scale, long from, long people, double expected, double logEvidence, double perWeek) {}
