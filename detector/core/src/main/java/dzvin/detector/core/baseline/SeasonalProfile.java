package dzvin.detector.core.baseline;

import static dzvin.detector.core.baseline.HourOfWeek.DAYS_OF_WEEK;
import static dzvin.detector.core.baseline.HourOfWeek.HOURS_OF_DAY;
import static dzvin.detector.core.baseline.HourOfWeek.SLOTS;

import java.util.Arrays;

/**
 * How busy each hour of the week is beside the average hour, learned from the whole stream with slow forgetting.
 *
 * <p>A factor is estimated three times over, each shrunk towards the one before by counts it must outweigh: flat, then hour of
 * day times day of week, then the hour of the week itself. So the day's rhythm is known within a week or two, and what is
 * special about one hour of the week once enough was seen of it. Used by one thread.
 */
final class SeasonalProfile {
    private static final double HOUR_OF_DAY_WEIGHT = 5;
    private static final double DAY_OF_WEEK_WEIGHT = 30;
    private static final double SLOT_WEIGHT = 20;
    /** No hour is so quiet that a report in it is a wonder. */
    private static final double LEAST_FACTOR = 0.02;

    private final double[] counts;
    private final double[] hours;
    private final double[] factors = new double[SLOTS];

    SeasonalProfile() {
        this(new double[SLOTS], new double[SLOTS]);
    }

    SeasonalProfile(double[] counts, double[] hours) {
        this.counts = counts;
        this.hours = hours;
        refresh();
    }

    double[] counts() {
        return counts;
    }

    double[] hours() {
        return hours;
    }

    /** Factor of an hour of the week; the mean over a week is one. */
    double factor(int slot) {
        return factors[slot];
    }

    /** Counts of an average hour. */
    double level() {
        double seen = sum(hours);
        return seen > 0 ? sum(counts) / seen : 0;
    }

    /** Takes in a whole hour; what the slot knew weighs {@code keep} from now on. */
    void observe(int slot, double count, double keep) {
        counts[slot] = counts[slot] * keep + count;
        hours[slot] = hours[slot] * keep + 1;
        refresh();
    }

    private void refresh() {
        double level = balancedLevel();
        if (!(level > 0)) {
            Arrays.fill(factors, 1);
            return;
        }
        var ofDay = shrunk(HOURS_OF_DAY, level, HOUR_OF_DAY_WEIGHT);
        var ofWeek = shrunk(DAYS_OF_WEEK, level, DAY_OF_WEEK_WEIGHT);
        double total = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            double product = ofDay[slot % HOURS_OF_DAY] * ofWeek[slot / HOURS_OF_DAY];
            factors[slot] = Math.max(
                    LEAST_FACTOR, (counts[slot] + SLOT_WEIGHT * product) / (hours[slot] * level + SLOT_WEIGHT));
            total += factors[slot];
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            factors[slot] *= SLOTS / total;
        }
    }

    /** The mean of the hours of the day's own means, so that a week begun at noon does not shift the level. */
    private double balancedLevel() {
        double sum = 0;
        int known = 0;
        for (int hour = 0; hour < HOURS_OF_DAY; hour++) {
            double seen = 0;
            double count = 0;
            for (int slot = hour; slot < SLOTS; slot += HOURS_OF_DAY) {
                seen += hours[slot];
                count += counts[slot];
            }
            if (seen > 0) {
                sum += count / seen;
                known++;
            }
        }
        return known > 0 ? sum / known : 0;
    }

    private double[] shrunk(int parts, double level, double weight) {
        var count = new double[parts];
        var expected = new double[parts];
        for (int slot = 0; slot < SLOTS; slot++) {
            int part = parts == HOURS_OF_DAY ? slot % HOURS_OF_DAY : slot / HOURS_OF_DAY;
            count[part] += counts[slot];
            expected[part] += hours[slot] * level;
        }
        for (int part = 0; part < parts; part++) {
            count[part] = (count[part] + weight) / (expected[part] + weight);
        }
        return count;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
