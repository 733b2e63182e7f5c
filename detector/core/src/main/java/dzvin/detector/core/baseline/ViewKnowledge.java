package dzvin.detector.core.baseline;

import dzvin.detector.core.count.LiveKeys;

/**
 * What is known of a view as a whole: how many keys it has, how much they vary.
 *
 * @param known keys that were ever passed on; the keys that share the view's budget if it is closed
 * @param live keys alive within the longest scale; the keys that share the budget if it is open
 */
public record ViewKnowledge(long known, LiveKeys live, Dispersion hourly, Dispersion daily) {
    /** Nothing yet. */
    public static final ViewKnowledge NOTHING = new ViewKnowledge(0, LiveKeys.NONE, Dispersion.NONE, Dispersion.NONE);

    /** Jeffreys' prior of a Poisson rate: half a count in no time. */
    private static final double CLOSED_SHAPE = 0.5;

    private static final double LEAST_OPEN_SHAPE = 0.05;
    private static final double MOST_OPEN_SHAPE = 20;
    private static final double LEAST_OPEN_MEAN = 0.05;
    private static final double HOURS_OF_A_WEEK = 168;

    /** How many keys share the view's budget. */
    public long sharing() {
        return Math.max(known, live.keys());
    }

    /** With one key more. */
    public ViewKnowledge withKey() {
        return new ViewKnowledge(known + 1, live, hourly, daily);
    }

    /** Without a key that was forgotten. */
    public ViewKnowledge withoutKey() {
        return new ViewKnowledge(Math.max(0, known - 1), live, hourly, daily);
    }

    public ViewKnowledge withLive(LiveKeys newest) {
        return new ViewKnowledge(known, newest, hourly, daily);
    }

    DayTally.Learned learned() {
        return new DayTally.Learned(hourly, daily);
    }

    ViewKnowledge with(DayTally.Learned learned) {
        return learned.hour().equals(hourly) && learned.day().equals(daily)
                ? this
                : new ViewKnowledge(known, live, learned.hour(), learned.day());
    }

    /** Forgets to this share how much keys vary. */
    public ViewKnowledge faded(double keep) {
        return new ViewKnowledge(known, live, hourly.faded(keep), daily.faded(keep));
    }

    /**
     * The rate of a key of a closed view: gamma posterior of what it showed, over Jeffreys' prior. Its silence before its
     * first sight is in its exposure.
     */
    KeyHistory.Rate closedRate(LearnedRate key) {
        return new KeyHistory.Rate(CLOSED_SHAPE + key.shape, 1 + key.exposure);
    }

    /**
     * The rate of a key of an open view: the prior is what live keys of this view bring beyond their first person within a
     * week, by moments of the negative binomial (empirical Bayes).
     */
    KeyHistory.Rate openRate(LearnedRate key) {
        double keys = Math.max(1, live.keys());
        double mean = Math.max(LEAST_OPEN_MEAN, (live.people() - keys) / keys);
        double second = (live.squares() - 2.0 * live.people() + keys) / keys;
        double beyondChance = second - mean * mean - mean;
        double shape = beyondChance > 0 ? mean * mean / beyondChance : MOST_OPEN_SHAPE;
        double bounded = Math.min(MOST_OPEN_SHAPE, Math.max(LEAST_OPEN_SHAPE, shape));
        return new KeyHistory.Rate(bounded + key.shape, bounded * HOURS_OF_A_WEEK / mean + key.exposure);
    }
}
