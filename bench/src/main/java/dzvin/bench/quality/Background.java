package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The everyday reports of a simulated stream, bucket by bucket of five minutes. Used by one thread. */
final class Background {
    static final int BUCKETS_PER_DAY = 288;
    private static final int BUCKETS_PER_HOUR = 12;
    private static final int BUCKETS_PER_WEEK = 7 * BUCKETS_PER_DAY;
    private static final int DAYS_TO_A_HOLIDAY = 30;
    private static final double GAP_HOURS = 8;
    private static final double NIGHT = 0.1;
    private static final double MORNING = 0.6;
    private static final double DAY = 1.5;
    private static final double EVENING = 0.7;
    private static final double MEAN_HOUR = (7 * NIGHT + 2 * MORNING + 11 * DAY + 4 * EVENING) / 24;
    private static final double WEEKDAY = 1.1;
    private static final double WEEKEND = 0.75;

    private final StreamShape shape;
    private final Dice dice;
    private final double[] regions;
    private final double[] features;
    private final double[] dayFactors;
    private final double[] hourFactors;
    private double day = 1;
    private long gapUntil = Long.MIN_VALUE;

    Background(StreamShape shape, long seed) {
        this.shape = shape;
        this.dice = new Dice(seed);
        this.regions = shares(shape.regions(), 0.3);
        this.features = shares(shape.features(), 0.05);
        this.dayFactors = new double[shape.regions()];
        this.hourFactors = new double[shape.regions()];
    }

    /** Shares that differ by up to {@code 1 / least}. */
    private double[] shares(int parts, double least) {
        var shares = new double[parts];
        double sum = 0;
        for (int i = 0; i < parts; i++) {
            shares[i] = StrictMath.pow(least, dice.uniform());
            sum += shares[i];
        }
        for (int i = 0; i < parts; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** How busy a bucket is beside the average one; bucket 0 begins a Monday. */
    static double rhythm(long bucket) {
        int hour = (int) (bucket / BUCKETS_PER_HOUR % 24);
        boolean weekend = bucket / BUCKETS_PER_DAY % 7 >= 5;
        double ofDay = hour < 7 ? NIGHT : hour < 9 ? MORNING : hour < 20 ? DAY : EVENING;
        return ofDay / MEAN_HOUR * (weekend ? WEEKEND : WEEKDAY);
    }

    /** The reports of a bucket; buckets must be asked for in order. */
    List<Account> bucket(long bucket) {
        return bucket(bucket, 1);
    }

    /** The same, with so many times as many reports on average, everywhere and of everything. */
    List<Account> bucket(long bucket, double lift) {
        turn(bucket);
        if (bucket < gapUntil) {
            return List.of();
        }
        double grown = StrictMath.pow(1 + shape.growthPerWeek(), (double) bucket / BUCKETS_PER_WEEK);
        double mean = shape.reportsPerDay() / BUCKETS_PER_DAY * rhythm(bucket) * day * grown * holiday(bucket) * lift;
        var accounts = new ArrayList<Account>();
        for (int region = 0; region < regions.length; region++) {
            int count = dice.poisson(mean * regions[region] * dayFactors[region] * hourFactors[region]);
            for (int i = 0; i < count; i++) {
                var feature = "f" + dice.pick(features);
                accounts.add(new Account("R" + region, List.of(feature), Optional.empty(), 0));
            }
        }
        return accounts;
    }

    private double holiday(long bucket) {
        return bucket / BUCKETS_PER_DAY % DAYS_TO_A_HOLIDAY == DAYS_TO_A_HOLIDAY - 1 ? shape.holidays() : 1;
    }

    private void turn(long bucket) {
        if (bucket % BUCKETS_PER_DAY == 0) {
            day = dice.factor(shape.sharedDays());
            fill(dayFactors, shape.regionDays());
        }
        if (bucket % BUCKETS_PER_HOUR == 0) {
            fill(hourFactors, shape.regionHours());
            boolean gap = dice.uniform() < shape.gapsPerWeek() / (7 * 24);
            gapUntil = gap ? bucket + (long) (GAP_HOURS * BUCKETS_PER_HOUR) : gapUntil;
        }
    }

    private void fill(double[] factors, double variance) {
        for (int i = 0; i < factors.length; i++) {
            factors[i] = dice.factor(variance);
        }
    }
}
