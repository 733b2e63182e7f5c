package dzvin.bench.quality;

import java.util.Arrays;

/**
 * What is expected of a series of daily counts: negative binomial of mean μ and variance {@code μ + αμ²}, each day's from days before it.
 *
 * @param means μ by day; 0 where there is no baseline yet
 * @param dispersions α by day
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CountModel(double[] means, double[] dispersions) {
    private static final int BASELINE = 28;
    private static final int LAG = 2;
    /** The first day that has a whole baseline before it. */
    static final int FIRST = BASELINE + LAG;

    private static final double LEAST_DISPERSION = 0.01;
    private static final double LEAST_COUNT = 0.5;
    private static final int YEAR = 365;
    private static final int SEASON_DAYS = 30;

    /**
     * The level of the four weeks that end two days before, times what the day's weekday is worth; α of the same four weeks by moments.
     *
     * @param rhythm what each day is worth, one on average
     */
    static CountModel running(int[] counts, double[] rhythm) {
        var means = new double[counts.length];
        var dispersions = new double[counts.length];
        for (int day = FIRST; day < counts.length; day++) {
            double count = LEAST_COUNT;
            double worth = 0;
            for (int past = day - FIRST; past < day - LAG; past++) {
                count += counts[past];
                worth += rhythm[past];
            }
            double level = count / worth;
            double beyond = 0;
            double squares = 0;
            for (int past = day - FIRST; past < day - LAG; past++) {
                double mean = level * rhythm[past];
                beyond += (counts[past] - mean) * (counts[past] - mean) * BASELINE / (BASELINE - 1) - mean;
                squares += mean * mean;
            }
            means[day] = level * rhythm[day];
            dispersions[day] = Math.max(LEAST_DISPERSION, beyond / squares);
        }
        return new CountModel(means, dispersions);
    }

    /** The same where no day is worth more than another. */
    static CountModel running(int[] counts) {
        var even = new double[counts.length];
        Arrays.fill(even, 1);
        return running(counts, even);
    }

    /**
     * Told which days belong to outbreaks: the mean of the calm days of all years within a month of the day's date, those to come among them, and
     * one α for all by moments. Nobody who watches a stream knows as much.
     */
    static CountModel told(DailySeries series) {
        var season = new double[YEAR];
        for (int date = 0; date < YEAR; date++) {
            season[date] = calmMean(series, date);
        }
        var means = new double[DailySeries.DAYS];
        double beyond = 0;
        double squares = 0;
        for (int day = 0; day < means.length; day++) {
            means[day] = season[day % YEAR];
            if (!series.isOutbreak(day)) {
                double away = series.counts()[day] - means[day];
                beyond += away * away - means[day];
                squares += means[day] * means[day];
            }
        }
        var dispersions = new double[means.length];
        Arrays.fill(dispersions, Math.max(LEAST_DISPERSION, beyond / squares));
        return new CountModel(means, dispersions);
    }

    private static double calmMean(DailySeries series, int date) {
        double count = LEAST_COUNT;
        int days = 0;
        for (int near = date - SEASON_DAYS; near <= date + SEASON_DAYS; near++) {
            for (int day = Math.floorMod(near, YEAR); day < DailySeries.DAYS; day += YEAR) {
                if (!series.isOutbreak(day)) {
                    count += series.counts()[day];
                    days++;
                }
            }
        }
        return count / days;
    }
}
