package dzvin.detector.core.scan;

/**
 * The false-alarm budget of the whole system, shared out: each view gets the same, each key of a view the same of that,
 * each scale of a key the same of that. A key may ring at a scale when chance would bring as much no more often than its
 * share.
 *
 * <p>Shares add up to {@value #CLUMP} budgets, however many keys there are. Shares that added up to one would hold the budget by a
 * union bound over all rates, but idly, supposedly since scales of a key rise together, a region rises with its features, whole counts
 * seldom lie at their bound, dispersions have a floor, and what rises together rings once, as one campaign.
 * Measured on simulated streams without a campaign, such shares brought 0 to 0.15 alarms where one was allowed;
 * {@value #CLUMP} is calibrated so that over-dispersed streams of some reports an hour bring about half the budget, and none more than the
 * budget with 95 % confidence. The table is in {@code docs/quality.md}.
 *
 * <p>A key of a closed view is also looked at over all starts, which counts as one scale more.
 *
 * @param falseAlarmsPerWeek for the whole system
 * @param views how many views share it
 * @param looks how many scales a key is watched at, with all starts as one of them
 */
public record AlarmBudget(double falseAlarmsPerWeek, int views, int looks) {
    /** How many shares chance crosses for each alarm that it raises. */
    private static final double CLUMP = 4;

    public AlarmBudget {
        if (!(falseAlarmsPerWeek > 0) || views < 1 || looks < 1) {
            throw new IllegalArgumentException(
                    "budget, views and looks must be above 0, got " + falseAlarmsPerWeek + ", " + views + ", " + looks);
        }
    }

    /** How often a week chance may bring what rings at one scale of one key, in a view with so many keys. */
    public double share(long keys) {
        return CLUMP * falseAlarmsPerWeek / views / looks / Math.max(1, keys);
    }
}
