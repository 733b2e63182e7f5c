package dzvin.detector.core.scan;

/**
 * The false-alarm budget of the whole system, shared out: each view gets the same, each key of a view the same of that,
 * each scale of a key the same of that. A key may ring at a scale when chance would bring as much no more often than its
 * share. Shares add up to no more than the budget however many keys there are, so the expected number of false alarms a
 * week does too (a union bound: dependence between keys only lowers it).
 *
 * @param falseAlarmsPerWeek for the whole system
 * @param views how many views share it
 * @param scales how many scales a key is watched at
 */
public record AlarmBudget(double falseAlarmsPerWeek, int views, int scales) {
    public AlarmBudget {
        if (!(falseAlarmsPerWeek > 0) || views < 1 || scales < 1) {
            throw new IllegalArgumentException("budget, views and scales must be above 0, got " + falseAlarmsPerWeek
                    + ", " + views + ", " + scales);
        }
    }

    /** False alarms a week that one scale of one key may cause, in a view with so many keys. */
    public double share(long keys) {
        return falseAlarmsPerWeek / views / scales / Math.max(1, keys);
    }
}
