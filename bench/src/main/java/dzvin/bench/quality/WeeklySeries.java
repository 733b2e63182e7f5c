package dzvin.bench.quality;

import java.util.TreeSet;

/**
 * A simulated weekly series with outbreaks: four in the baseline weeks, one in the current weeks. An outbreak begins in a random week,
 * its size is Poisson with mean k standard deviations of that week, its cases are spread over the weeks by a
 * lognormal(0, 0.5) rounded down.
 *
 * @param counts by week, from index 0 for week 1
 * @param first week of the current outbreak's first case
 * @param last week of its last case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WeeklySeries(int[] counts, int first, int last) {
    static final int WEEKS = 624;
    static final int FIRST_BASELINE = 313;
    static final int FIRST_CURRENT = 576;
    private static final int OUTBREAKS_BEFORE = 4;
    private static final double SPREAD = 0.5;
    private static final int MIXER = 1_000_003;

    static WeeklySeries of(Scenario scenario, int k, int replicate) {
        var dice = new Dice(((long) scenario.number() * MIXER + k) * MIXER + replicate);
        var counts = new int[WEEKS];
        for (int week = 1; week <= WEEKS; week++) {
            double mean = scenario.mean(week);
            counts[week - 1] = dice.poisson(mean * dice.factor((scenario.phi() - 1) / mean));
        }
        for (int i = 0; i < OUTBREAKS_BEFORE; i++) {
            outbreak(scenario, k, FIRST_BASELINE + dice.below(FIRST_CURRENT - FIRST_BASELINE), counts, dice);
        }
        var current = new TreeSet<Integer>();
        while (current.isEmpty()) {
            int start = FIRST_CURRENT + dice.below(WEEKS - FIRST_CURRENT + 1);
            current = outbreak(scenario, k, start, counts, dice);
        }
        return new WeeklySeries(counts, current.first(), current.last());
    }

    private static TreeSet<Integer> outbreak(Scenario scenario, int k, int start, int[] counts, Dice dice) {
        int size = dice.poisson(k * scenario.deviation(start));
        var weeks = new TreeSet<Integer>();
        for (int i = 0; i < size; i++) {
            int week = start + (int) StrictMath.exp(SPREAD * dice.normal());
            if (week <= WEEKS) {
                counts[week - 1]++;
                weeks.add(week);
            }
        }
        return weeks;
    }

    /** Whether a week belongs to the current outbreak. */
    boolean isOutbreak(int week) {
        return week >= first && week <= last;
    }
}
