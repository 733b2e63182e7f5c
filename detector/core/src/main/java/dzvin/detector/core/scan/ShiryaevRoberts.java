package dzvin.detector.core.scan;

import java.util.Arrays;

/**
 * Evidence that a key counts too much since some hour, over all hours that it may have begun with: an e-detector of Shiryaev-Roberts form (Shin, Ramdas
 * and Rinaldo 2022, "E-detectors", arXiv 2203.03532, section 3), a sum over starts and a mean over lifts q. {@code L} is the likelihood ratio of
 * {@link SurgeEvidence} of one hour given the day's earlier hours, and P(0) the chance of an empty hour at lift q:
 *
 * <pre>  R ← (R + 1 / (1 − P(0))) · L    in an hour that counted something
 *   R ← R · L                      in one that did not</pre>
 *
 * <p>Starts are hours that counted something, so that silence need not be gone through hour by hour; such a start is worth {@code 1 / (1 − P(0))}, so that its mean
 * is one as it would be if every hour were a start. Hence {@code R} less the hours gone by has a mean of at most nought under the baseline, at any time, in the middle of
 * an hour too, and an alarm at {@code R ≥ c} comes after c hours or more on average. Exact where the rate is known and hours have no factor of
 * their own; with one, what the day's earlier hours tell of the day is weighed ({@link HourChance#tells}), which is an approximation.
 * Silence is held against a lift as if hours had no factor of their own, which makes the ratio smaller, hence is safe.
 *
 * <p>Days are those of UTC, as they are for the dispersions that are learned. Used by one thread.
 */
public final class ShiryaevRoberts {
    /** Surges of more than these are found sooner by windows. */
    private static final double[] LIFTS = {1.5, 2, 3, 5};

    private static final int DAY_HOURS = 24;
    private static final double MOST = 1e200;

    final double[] sums = new double[LIFTS.length];
    /** The first hour that is not taken yet. */
    long hour = Long.MIN_VALUE;
    /** Of the day of that hour, so far. */
    double counted;

    double expected;

    /** Begins, or begins anew, with this hour. */
    public void begin(long first) {
        Arrays.fill(sums, 0);
        hour = first;
        counted = 0;
        expected = 0;
    }

    /** Forgets everything: it must begin before it is asked again. */
    public void stop() {
        begin(Long.MIN_VALUE);
    }

    /** The hour that is to be taken next; long before any other where it has not begun. */
    public long hour() {
        return hour;
    }

    /** The first hour of the day after the one that is to be taken next. */
    public long nextDay() {
        return (Math.floorDiv(hour, (long) DAY_HOURS) + 1) * DAY_HOURS;
    }

    /** Takes an hour that counted something. */
    public void busy(long count, double exposure, HourChance chance) {
        var given = chance.given(counted, expected, exposure, exposure);
        for (int i = 0; i < LIFTS.length; i++) {
            sums[i] = Math.min(MOST, grown(i, start(given, LIFTS[i]), count, given));
        }
        double mean = chance.mean(exposure);
        counted += count * chance.tells(mean);
        goTo(hour + 1, mean * chance.tells(mean));
    }

    /**
     * Takes hours in which nothing was counted.
     *
     * @param until the first hour that is not one of them, of the same day or the next one's first
     */
    public void quiet(long until, double exposure, HourChance chance) {
        double tells = chance.tells(chance.mean(exposure / Math.max(1.0, until - hour)));
        double told = chance.rate() * exposure * tells;
        double size = chance.daySize();
        double log = (size + counted) / tells * StrictMath.log1p(told / (size + expected));
        for (int i = 0; i < LIFTS.length; i++) {
            sums[i] *= StrictMath.exp(-(LIFTS[i] - 1) * log);
        }
        goTo(until, told);
    }

    private void goTo(long next, double told) {
        expected += told;
        if (next >= nextDay()) {
            counted = 0;
            expected = 0;
        }
        hour = next;
    }

    /**
     * The evidence if the running hour, the one that is to be taken next, had counted what it has so far; 0 where it is sure to be below what is asked for.
     *
     * @param exposure of what has passed of the hour, in average hours
     * @param whole exposure of the whole hour
     */
    public double with(long count, double exposure, double whole, HourChance chance, double asked) {
        var beginning = chance.given(counted, expected, whole, whole);
        var given = chance.given(counted, expected, exposure, whole);
        double most = Arrays.stream(sums).max().orElse(0) + start(beginning, LIFTS[0]);
        if (most < asked && StrictMath.log(most / asked) + largestLogRatio(count, given) < 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < LIFTS.length; i++) {
            sum += grown(i, start(beginning, LIFTS[i]), count, given);
        }
        return sum / LIFTS.length;
    }

    private double grown(int lift, double start, long count, NegativeBinomial chance) {
        return (sums[lift] + start) * StrictMath.exp(SurgeEvidence.logRatio(count, chance, LIFTS[lift]));
    }

    /** What a start is worth in an hour that counts something: one over the chance of that at a lift. */
    private static double start(NegativeBinomial chance, double lift) {
        double logEmpty = -chance.size() * StrictMath.log1p(lift * chance.mean() / chance.size());
        return -1 / StrictMath.expm1(logEmpty);
    }

    /** Of all lifts, above one: the likeliest is what was counted over what was expected. */
    private static double largestLogRatio(long count, NegativeBinomial chance) {
        return count <= chance.mean() ? 0 : SurgeEvidence.logRatio(count, chance, count / chance.mean());
    }
}
