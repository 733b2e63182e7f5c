package dzvin.detector.core.baseline;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.scan.NegativeBinomial;
import dzvin.detector.core.time.TimeGrid;
import java.time.Duration;
import java.util.Arrays;

/**
 * How much a stretch of time is worth, in average hours: busy hours of the week count more, gaps in the data count nothing. What is
 * expected of a key is its rate times this. One for the whole stream, moved on hour by hour; the factor of an hour is
 * fixed before the hour begins, so that what is expected never depends on what comes. Used by one thread.
 */
public final class Exposure {
    /** Silence that chance would bring more rarely than this is a gap in the data, not a quiet time. */
    private static final double GAP_PROBABILITY = 1e-6;

    private static final double SURGE_CAP = 2.5;
    private static final int LONGEST_SCALE_HOURS = (int) Duration.ofDays(8).toHours();

    private final TimeGrid grid;
    private final HourOfWeek calendar;
    private final Policy.Learning learning;
    private final double keepAnHour;
    private final double logKeepAnHour;
    /** By hours: what is kept over so many, worked out once, for every key asks each hour. */
    private final double[] keep = new double[LONGEST_SCALE_HOURS * 2];

    private final double enoughHistory;
    final SeasonalProfile profile;
    final HourRing starts;
    final HourRing totals;
    final HourRing factors;
    /** One for an hour in which the whole stream surged, else nought. */
    final HourRing risen;

    double history;
    double cumulative;
    double faded;
    long firstHour;
    long silentSince;
    double silentExpected;

    public Exposure(Policy policy) {
        this(policy, new SeasonalProfile());
    }

    Exposure(Policy policy, SeasonalProfile profile) {
        this.grid = TimeGrid.of(policy.bucket());
        this.calendar = new HourOfWeek(policy.calendar());
        this.learning = policy.baseline();
        this.keepAnHour = StrictMath.pow(0.5, 1.0 / learning.halfLife().toHours());
        this.logKeepAnHour = StrictMath.log(keepAnHour);
        Arrays.setAll(keep, hours -> StrictMath.pow(keepAnHour, hours));
        this.enoughHistory = enoughHistory();
        this.profile = profile;
        int kept = LONGEST_SCALE_HOURS + (int) learning.after().toHours() + 2;
        this.starts = new HourRing(kept);
        this.totals = new HourRing(kept);
        this.factors = new HourRing(kept);
        this.risen = new HourRing(kept);
    }

    /** Whether any hour has begun. */
    public boolean isRunning() {
        return !starts.isEmpty();
    }

    /** The hour that runs. */
    public long hour() {
        return starts.next() - 1;
    }

    /** Hours of history, gaps left out, older ones weighing less. */
    public double history() {
        return history;
    }

    /** Whether there is too little history for anything to ring. */
    public boolean isGrey() {
        return history < enoughHistory;
    }

    /** Begins with this hour. */
    public void begin(long hour) {
        starts.restart(hour);
        totals.restart(hour);
        factors.restart(hour);
        risen.restart(hour);
        silentSince = hour;
        firstHour = hour;
        open();
    }

    /** The first hour of the stream. */
    public long firstHour() {
        return firstHour;
    }

    /** Exposure of the stream before an hour that is still remembered, older hours weighing less. */
    double fadedBefore(long hour) {
        double hours = Math.max(0, hour() - hour);
        double since = cumulative - starts.get(hour);
        return Math.max(0, faded - since) / StrictMath.pow(keepAnHour(), hours);
    }

    /** Adds to what the whole stream counted in the running hour. */
    public void count(long people) {
        totals.set(hour(), totals.get(hour()) + people);
    }

    /** The whole stream surges, and has since an hour: what that brought is no rhythm of the week. */
    public void surgesSince(long hour) {
        for (long of = Math.max(hour, risen.first()); of <= hour(); of++) {
            risen.set(of, 1);
        }
    }

    /** What the running hour has counted. */
    public double running() {
        return totals.get(hour());
    }

    /** Goes on in the middle of an hour. */
    public void resume(double running) {
        totals.set(hour(), running);
    }

    /** Ends the running hour and begins the next one. */
    public void nextHour() {
        close(hour());
        open();
    }

    /** Exposure from the beginning of time to the beginning of an hour; hours long past count as the oldest known. */
    public double atHour(long hour) {
        return hour > hour() ? cumulative + factors.get(hour()) : starts.get(hour);
    }

    /** Exposure from the beginning of time to the beginning of a bucket of the running hour or an earlier one. */
    public double atBucket(long bucket) {
        long hour = grid.hourOf(bucket);
        if (hour < starts.first()) {
            return starts.get(hour);
        }
        double within = (double) (bucket - grid.firstBucketOf(hour)) / grid.bucketsPerHour();
        return hour > hour()
                ? cumulative + factors.get(hour())
                : starts.get(hour) + within * (atHour(hour + 1) - starts.get(hour));
    }

    /** The same for a bucket that may lie beyond the running hour: the hours to come are taken to be as busy as it. */
    double atOpenBucket(long bucket) {
        long beyond = bucket - grid.firstBucketOf(hour() + 1);
        return beyond <= 0
                ? atBucket(bucket)
                : cumulative + factors.get(hour()) * (1 + (double) beyond / grid.bucketsPerHour());
    }

    /** Exposure of an hour: its factor, or nothing in a gap. */
    public double ofHour(long hour) {
        return atHour(hour + 1) - atHour(hour);
    }

    /** Share of its weight that a count keeps over an hour. */
    public double keepAnHour() {
        return keepAnHour;
    }

    /** Share of its weight that a count keeps over some hours. */
    double keepOver(long hours) {
        return hours >= 0 && hours < keep.length ? keep[(int) hours] : StrictMath.pow(keepAnHour, hours);
    }

    /** ln of the share that a count keeps over an hour. */
    double logKeepAnHour() {
        return logKeepAnHour;
    }

    private double enoughHistory() {
        double needed = learning.grey().toHours();
        double halfLife = learning.halfLife().toHours();
        return 0.98 * ((1 - StrictMath.pow(0.5, needed / halfLife)) / (1 - keepAnHour));
    }

    private void open() {
        long hour = starts.next();
        double factor = profile.factor(calendar.slot(hour));
        starts.add(cumulative);
        totals.add(0);
        factors.add(factor);
        risen.add(0);
    }

    private void close(long hour) {
        double factor = factors.get(hour);
        cumulative += factor;
        faded = faded * keepAnHour() + factor;
        history = history * keepAnHour() + 1;
        if (totals.get(hour) > 0) {
            silentSince = hour + 1;
            silentExpected = 0;
        } else {
            silence(hour, factor);
        }
        learn(hour - learning.after().toHours());
    }

    private void silence(long hour, double factor) {
        silentExpected += factor * profile.level();
        if (silentExpected > 0 && chanceOfSilence() < GAP_PROBABILITY) {
            long first = Math.max(silentSince, starts.first());
            double taken = cumulative - starts.get(first);
            history = Math.max(0, history - (double) (hour - first + 1));
            for (long silent = first; silent <= hour; silent++) {
                starts.set(silent, starts.get(first));
                factors.set(silent, 0);
            }
            cumulative -= taken;
            faded = Math.max(0, faded - taken);
            silentSince = hour + 1;
        }
    }

    private double chanceOfSilence() {
        double dispersion = Dispersion.NONE.value();
        return StrictMath.exp(new NegativeBinomial(silentExpected, 1 / dispersion).logPmf(0));
    }

    /** An hour becomes part of the profile when it is old enough, unless it is of a surge; a short one counts up to a cap. */
    private void learn(long hour) {
        if (hour < totals.first() || factors.get(hour) == 0 || hasRisenOnce(hour)) {
            return;
        }
        int slot = calendar.slot(hour);
        double expected = profile.level() * factors.get(hour);
        double cap = isGrey() ? Double.POSITIVE_INFINITY : SURGE_CAP * expected + 5;
        double keepAWeek = StrictMath.pow(keepAnHour(), HourOfWeek.SLOTS);
        profile.observe(slot, Math.min(totals.get(hour), cap), keepAWeek);
    }

    /** Whether the whole stream surged in an hour, and not a week before: what comes back with the week is its rhythm. */
    private boolean hasRisenOnce(long hour) {
        long aWeekBefore = hour - HourOfWeek.SLOTS;
        return risen.get(hour) > 0 && (aWeekBefore < risen.first() || risen.get(aWeekBefore) == 0);
    }
}
