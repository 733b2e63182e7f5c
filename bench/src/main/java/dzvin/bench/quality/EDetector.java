package dzvin.bench.quality;

import dzvin.detector.core.scan.NegativeBinomial;
import java.util.Arrays;

/**
 * The e-detectors of Shin, Ramdas and Rinaldo 2022 (arXiv 2203.03532) on the hours of one key, over the lifts of the product's e-value: with {@code L_q} the
 * likelihood ratio of an hour at lift q, in place of windows the sum over all starts (Shiryaev-Roberts) or the largest of them (CUSUM),
 *
 * <pre>  R_q ← (R_q + 1) L_q      C_q ← max(C_q, 1) L_q</pre>
 *
 * and then the mean over lifts. Where the ratios are e-values, such a detector needs at least c hours on average to reach c. Hours of a day share its
 * gamma factor, so that their ratios are e-values given the hours before only if what those told of the factor is part of what is expected:
 * {@code μ (r + X) / (r + M)} with size {@code r + X}, X counted and M expected since midnight. Used by one thread.
 */
final class EDetector {
    private static final double[] LIFTS = {1.5, 2, 3, 5, 10, 30, 100, 1000};
    private static final int HOURS_A_DAY = 24;
    /** Beyond any threshold, lest sums overflow. */
    private static final double MOST = 1e200;

    private final Kind kind;
    private final double[] sums = new double[LIFTS.length];
    private long day = Long.MIN_VALUE;
    private double counted;
    private double expected;

    /** How starts are put together, and whether a day's earlier hours tell of its factor. */
    enum Kind {
        SR("SR e-detector", true, true),
        CUSUM("CUSUM e-detector", false, true),
        SR_OF_HOURS("SR, hours alone", true, false),
        CUSUM_OF_HOURS("CUSUM, hours alone", false, false);

        private final String text;
        private final boolean adds;
        private final boolean knowsTheDay;

        Kind(String text, boolean adds, boolean knowsTheDay) {
            this.text = text;
            this.adds = adds;
            this.knowsTheDay = knowsTheDay;
        }

        String text() {
            return text;
        }
    }

    EDetector(Kind kind) {
        this.kind = kind;
    }

    /** Takes the next hour; ln of the statistic. */
    double take(long hour, long count, NegativeBinomial chance) {
        if (Math.floorDiv(hour, HOURS_A_DAY) != day) {
            day = Math.floorDiv(hour, HOURS_A_DAY);
            counted = 0;
            expected = 0;
        }
        double size = chance.size() + (kind.knowsTheDay ? counted : 0);
        double mean = chance.mean() * (kind.knowsTheDay ? size / (chance.size() + expected) : 1);
        counted += count;
        expected += chance.mean();
        double sum = 0;
        for (int i = 0; i < LIFTS.length; i++) {
            double before = kind.adds ? sums[i] + 1 : Math.max(sums[i], 1);
            sums[i] = Math.min(MOST, before * StrictMath.exp(logRatio(count, mean, size, LIFTS[i])));
            sum += sums[i];
        }
        return StrictMath.log(sum / LIFTS.length);
    }

    /** Starts anew. */
    void restart() {
        Arrays.fill(sums, 0);
    }

    /** As {@code SurgeEvidence} has it. */
    private static double logRatio(long count, double mean, double size, double lift) {
        return count * StrictMath.log(lift) + (count + size) * StrictMath.log((size + mean) / (size + lift * mean));
    }
}
