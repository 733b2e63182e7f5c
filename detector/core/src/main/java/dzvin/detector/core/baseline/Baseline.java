package dzvin.detector.core.baseline;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.scan.HourChance;
import dzvin.detector.core.scan.NegativeBinomial;
import dzvin.detector.core.time.TimeGrid;
import java.time.Duration;
import java.util.List;

/**
 * What is expected of keys: the rate of each, times the exposure of a window, with a size that holds both how much keys of the view
 * vary and how little is known of this one (variances of independent gamma factors add up:
 * {@code 1/r = dispersion + 1/shape}). Predictable: made of what was learned before the window's last bucket.
 */
public final class Baseline {
    private static final long WEEK_HOURS = 168;
    private static final double LEAST_MEAN = 1e-6;
    /** How much what is expected may grow while a bucket is open; one or two buckets move it by far less. */
    private static final double MARGIN = 1.2;

    private static final double DAY_HOURS = 24;
    private static final double HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final TimeGrid grid;
    private final List<Duration> scales;
    private final long[] scaleBuckets;
    private final double[] scaleHours;
    /** By scale: whether its window holds hours that were learned already. */
    private final boolean[] outlastsLearning;

    private final long learnAfterHours;
    private final long earlierHours;
    private final Exposure stream;

    public Baseline(Policy policy, Exposure stream) {
        this.grid = TimeGrid.of(policy.bucket());
        this.scales = policy.scales();
        this.scaleBuckets = scales.stream().mapToLong(grid::buckets).toArray();
        this.scaleHours = scales.stream()
                .mapToDouble(scale -> scale.toMillis() / HOUR_MILLIS)
                .toArray();
        this.learnAfterHours = policy.baseline().after().toHours();
        long longest = scales.get(scales.size() - 1).toHours();
        this.earlierHours = Math.max(learnAfterHours, longest);
        this.outlastsLearning = outlastsLearning();
        this.stream = stream;
    }

    private boolean[] outlastsLearning() {
        var outlasts = new boolean[scales.size()];
        for (int scale = 0; scale < outlasts.length; scale++) {
            outlasts[scale] = scales.get(scale).toHours() > learnAfterHours;
        }
        return outlasts;
    }

    /** A key at its first sight. */
    public KeyHistory newKey(boolean open, long bucket) {
        long hour = grid.hourOf(bucket);
        var counts = new CountRing(scaleBuckets);
        if (open) {
            var none = new LearnedRate(hour, 0, stream.atHour(hour));
            return new KeyHistory(hour, none, none.copy(), new DayTally(Math.floorDiv(hour, 24L)), counts);
        }
        var prompt = silence(learnAfterHours);
        return new KeyHistory(
                hour, prompt, silence(earlierHours), new DayTally(Math.floorDiv(prompt.hour, 24L)), counts);
    }

    /** What a key of a closed view has shown that said nothing since the beginning of the stream. */
    private LearnedRate silence(long hoursAgo) {
        long until = Math.max(stream.firstHour(), stream.hour() - hoursAgo);
        return new LearnedRate(until, stream.fadedBefore(until), stream.atHour(until));
    }

    /** Scales are indexed as in the policy. */
    public int scales() {
        return scaleBuckets.length;
    }

    /** How many buckets a scale has. */
    public long buckets(int scale) {
        return scaleBuckets[scale];
    }

    public Duration scale(int scale) {
        return scales.get(scale);
    }

    /** Lets a key learn what is old enough, and its view with it. */
    public ViewKnowledge learn(KeyHistory key, boolean open, ViewKnowledge view) {
        var learned = view;
        long limit = key.limit(stream.hour() - learnAfterHours);
        if (limit > key.prompt.hour) {
            double mean = rate(key.prompt, open, view).mean();
            learned = view.with(key.prompt.learn(limit, source(key), mean, key.days, view.learned()));
        }
        long before = key.limit(stream.hour() - earlierHours);
        if (before > key.earlier.hour) {
            double mean = rate(key.earlier, open, view).mean();
            // Of how keys vary, the view has learned these hours already.
            key.earlier.learn(before, source(key), mean, new HourTally(), view.learned());
        }
        key.forgetLearned(grid.bucketsPerHour());
        return learned;
    }

    /** From this hour on a key learns nothing, until it is released. */
    public void hold(KeyHistory key, boolean open, ViewKnowledge view, long hour) {
        double mean = rate(key.earlier, open, view).mean();
        key.holdFrom(hour, source(key), mean, view.learned());
    }

    private LearnedRate.Source source(KeyHistory key) {
        return new LearnedRate.Source(key.counts, stream, grid.bucketsPerHour());
    }

    /** What chance brings to a key within a scale that ends with a bucket. */
    public NegativeBinomial expected(KeyHistory key, boolean open, ViewKnowledge view, int scale, long bucket) {
        long from = bucket + 1 - scaleBuckets[scale];
        double window = stream.atBucket(bucket + 1) - stream.atBucket(from);
        // A key of an open view brings most of its reports soon after its first sight: all of a week's may come at
        // once.
        boolean young = open && grid.hourOf(bucket) - key.firstHour() < WEEK_HOURS;
        double exposure = young ? Math.max(window, WEEK_HOURS) : window;
        var rate = rate(learned(key, scale), open, view);
        double mean = Math.max(LEAST_MEAN, rate.mean() * exposure);
        return new NegativeBinomial(mean, 1 / (dispersion(view, scale, mean) + 1 / rate.shape()));
    }

    /** The rate that a scale's window has no part in. */
    private LearnedRate learned(KeyHistory key, int scale) {
        return outlastsLearning[scale] ? key.earlier : key.prompt;
    }

    /**
     * The most that chance can be expected to bring, when it closes, to a key of a closed view within a scale that ends with a bucket
     * which is still open: as if all old counts that are not learned yet were learned at once, and by a margin more.
     */
    public NegativeBinomial mostExpected(KeyHistory key, ViewKnowledge view, int scale, long bucket) {
        double window = stream.atOpenBucket(bucket + 1) - stream.atBucket(bucket + 1 - scaleBuckets[scale]);
        var learned = learned(key, scale);
        long learnable = grid.hourOf(bucket) - (outlastsLearning[scale] ? earlierHours : learnAfterHours);
        long old = key.unlearnedBefore(learnable, learned, grid.bucketsPerHour());
        var rate = view.closedRate(learned);
        double most = (rate.shape() + old) / rate.exposure();
        double mean = Math.max(LEAST_MEAN, most * window * MARGIN);
        return new NegativeBinomial(mean, 1 / (mostDispersion(view, scale, mean) + 1 / rate.shape()));
    }

    /**
     * What chance brings to a key within some hours of this exposure that no scale need have. Each day is busy or calm for itself, so that
     * several days vary less than one.
     */
    public NegativeBinomial expected(KeyHistory key, boolean open, ViewKnowledge view, double exposure, double hours) {
        double days = Math.max(1, hours / DAY_HOURS);
        var rate = rate(key.earlier, open, view);
        double mean = Math.max(LEAST_MEAN, rate.mean() * exposure);
        var daily = view.daily();
        double dispersion = daily.value() / days + daily.clumping() / clumped(mean, hours, DAY_HOURS);
        return new NegativeBinomial(mean, 1 / (dispersion + 1 / rate.shape()));
    }

    /** What chance brings hour by hour to a key of a closed view, held against what was learned before the longest scale's window. */
    public HourChance byTheHour(KeyHistory key, ViewKnowledge view) {
        var rate = view.closedRate(key.earlier);
        double mean = Math.max(LEAST_MEAN, rate.mean());
        var daily = view.daily();
        double ofDays = daily.value() + daily.clumping() / (mean * DAY_HOURS);
        double ofHours = Math.max(0, view.hourly().value() - daily.value());
        return new HourChance(
                mean, 1 / (ofDays + 1 / rate.shape()), ofHours, view.hourly().clumping());
    }

    /** What chance brings to a key in an average hour. */
    public double meanRate(KeyHistory key, boolean open, ViewKnowledge view) {
        return rate(key.earlier, open, view).mean();
    }

    private static KeyHistory.Rate rate(LearnedRate key, boolean open, ViewKnowledge view) {
        return open ? view.openRate(key) : view.closedRate(key);
    }

    /** 1/r of a count within a scale, without what is unsure of the rate. */
    private double dispersion(ViewKnowledge view, int scale, double mean) {
        return busyness(view, scale) + byHours(view, scale).clumping() / clumped(mean, scale);
    }

    private double mostDispersion(ViewKnowledge view, int scale, double mean) {
        return busyness(view, scale) * MARGIN + byHours(view, scale).mostClumping() / clumped(mean, scale);
    }

    private double busyness(ViewKnowledge view, int scale) {
        double daily = view.daily().value();
        return isLong(scale) ? daily : Math.max(view.hourly().value(), daily);
    }

    private Dispersion byHours(ViewKnowledge view, int scale) {
        return isLong(scale) ? view.daily() : view.hourly();
    }

    private boolean isLong(int scale) {
        return scaleHours[scale] >= DAY_HOURS / 4;
    }

    private double clumped(double mean, int scale) {
        return clumped(mean, scaleHours[scale], isLong(scale) ? DAY_HOURS : 1);
    }

    /**
     * The mean of the time that a clump's reports are spread over: it was learned by the hour or by the day, and a shorter window has only its
     * part of the clump.
     */
    private static double clumped(double mean, double hours, double learnedBy) {
        return mean * Math.max(1, learnedBy / hours);
    }
}
