package dzvin.detector.core.baseline;

import dzvin.detector.core.policy.Policy;
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

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final TimeGrid grid;
    private final List<Duration> scales;
    private final long[] scaleBuckets;
    private final long learnAfterHours;
    private final Exposure stream;

    public Baseline(Policy policy, Exposure stream) {
        this.grid = TimeGrid.of(policy.bucket());
        this.scales = policy.scales();
        this.scaleBuckets = scales.stream().mapToLong(grid::buckets).toArray();
        this.learnAfterHours = policy.baseline().after().toHours();
        this.stream = stream;
    }

    /** A key at its first sight. */
    public KeyHistory newKey(boolean open, long bucket) {
        long hour = grid.hourOf(bucket);
        if (open) {
            return new KeyHistory(hour, hour, 0, stream.atHour(hour), new CountRing(scaleBuckets));
        }
        long knownFrom = Math.max(stream.firstHour(), stream.hour() - learnAfterHours);
        return new KeyHistory(
                hour, knownFrom, stream.fadedBefore(knownFrom), stream.atHour(knownFrom), new CountRing(scaleBuckets));
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
        var rate = rate(key, open, view);
        return view.with(
                key.learn(stream.hour() - learnAfterHours, stream, grid.bucketsPerHour(), rate, view.learned()));
    }

    /** What chance brings to a key within a scale that ends with a bucket. */
    public NegativeBinomial expected(KeyHistory key, boolean open, ViewKnowledge view, int scale, long bucket) {
        long from = bucket + 1 - scaleBuckets[scale];
        double window = stream.atBucket(bucket + 1) - stream.atBucket(from);
        // A key of an open view brings most of its reports soon after its first sight: all of a week's may come at
        // once.
        boolean young = open && grid.hourOf(bucket) - key.firstHour() < WEEK_HOURS;
        double exposure = young ? Math.max(window, WEEK_HOURS) : window;
        return distribution(rate(key, open, view), exposure, dispersion(view, scale));
    }

    /**
     * The most that chance can be expected to bring, when it closes, to a key of a closed view within a scale that ends with a bucket
     * which is still open: as if all old counts that are not learned yet were learned at once, and by a margin more.
     */
    public NegativeBinomial mostExpected(KeyHistory key, ViewKnowledge view, int scale, long bucket) {
        double window = stream.atOpenBucket(bucket + 1) - stream.atBucket(bucket + 1 - scaleBuckets[scale]);
        long old = key.unlearnedBefore(grid.hourOf(bucket) - learnAfterHours, grid.bucketsPerHour());
        var rate = view.closedRate(key);
        double most = (rate.shape() + old) / rate.exposure();
        double mean = Math.max(LEAST_MEAN, most * window * MARGIN);
        return new NegativeBinomial(mean, 1 / (dispersion(view, scale) * MARGIN + 1 / rate.shape()));
    }

    /**
     * What chance brings to a key within some hours of this exposure that no scale need have. Each day has a factor of its own, so that
     * the factor of several days varies less than that of one.
     */
    public NegativeBinomial expected(KeyHistory key, boolean open, ViewKnowledge view, double exposure, double hours) {
        double days = Math.max(1, hours / 24);
        return distribution(rate(key, open, view), exposure, view.daily().value() / days);
    }

    /** What chance brings to a key in an average hour. */
    public double meanRate(KeyHistory key, boolean open, ViewKnowledge view) {
        return rate(key, open, view).mean();
    }

    private static KeyHistory.Rate rate(KeyHistory key, boolean open, ViewKnowledge view) {
        return open ? view.openRate(key) : view.closedRate(key);
    }

    private static NegativeBinomial distribution(KeyHistory.Rate rate, double exposure, double dispersion) {
        double mean = Math.max(LEAST_MEAN, rate.mean() * exposure);
        return new NegativeBinomial(mean, 1 / (dispersion + 1 / rate.shape()));
    }

    private double dispersion(ViewKnowledge view, int scale) {
        return scales.get(scale).toMillis() >= DAY_MILLIS / 4
                ? view.daily().value()
                : Math.max(view.hourly().value(), view.daily().value());
    }
}
