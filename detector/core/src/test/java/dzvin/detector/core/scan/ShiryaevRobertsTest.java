package dzvin.detector.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence over all starts: what it is worth under the baseline, and what it does not depend on. */
class ShiryaevRobertsTest {
    private static final String SEED = "20250627";
    private static final long MIDNIGHT = 24 * 20_000L;
    private static final int ENOUGH = 400;
    private static final double ANYTHING = 1e-300;

    @Property(tries = 30, seed = SEED)
    @Label("after an hour its mean under the baseline is one at most, in the middle of the hour less")
    void oneHour(
            @ForAll @DoubleRange(min = 0.01, max = 3) double rate,
            @ForAll @DoubleRange(min = 2, max = 50) double daySize,
            @ForAll @DoubleRange(max = 0.2) double hourVariance,
            @ForAll @DoubleRange(max = 0.3) double clumping) {
        var chance = new HourChance(rate, daySize, hourVariance, clumping);
        double whole = 0;
        double half = 0;
        for (int k = 1; k < ENOUGH; k++) {
            var evidence = begun();
            whole += chance.given(0, 0, 1, 1).pmf(k) * evidence.with(k, 1, 1, chance, ANYTHING);
            half += chance.given(0, 0, 0.5, 1).pmf(k) * evidence.with(k, 0.5, 1, chance, ANYTHING);
        }

        assertThat(whole).isCloseTo(1, within(1e-6));
        assertThat(half).isLessThan(1);
    }

    @Property(tries = 12, seed = SEED)
    @Label(
            "after two hours of a day that share its factor its mean is two at most: the first tells what to expect of the second")
    void twoHoursOfADay(
            @ForAll @DoubleRange(min = 0.05, max = 2) double rate,
            @ForAll @DoubleRange(min = 2, max = 30) double daySize) {
        var chance = new HourChance(rate, daySize, 0, 0);
        double mean = 0;
        for (int first = 0; first < ENOUGH / 4; first++) {
            double likely = chance.given(0, 0, 1, 1).pmf(first);
            var evidence = begun();
            take(evidence, first, chance);
            var then = chance.given(first, rate, 1, 1);
            // An empty second hour has no start; the evidence of the first is then what is left of it.
            var silent = begun();
            take(silent, first, chance);
            silent.quiet(MIDNIGHT + 2, 1, chance);
            mean += likely * then.pmf(0) * sum(silent);
            for (int second = 1; second < ENOUGH / 4; second++) {
                mean += likely * then.pmf(second) * evidence.with(second, 1, 1, chance, ANYTHING);
            }
        }

        assertThat(mean).isLessThanOrEqualTo(2 + 1e-6).isGreaterThan(1.8);
    }

    @ParameterizedTest(name = "{0} an hour, day''s factor of size {1}, hour''s own of size {2}")
    @CsvSource({"0.4, 8, 0", "5, 20, 4", "50, 20, 2", "200, 20, 3"})
    @DisplayName(
            "a threshold of c hours is reached after c hours or more on average, though days share factors and hours have their own")
    void averageRunLength(double rate, int daySize, int hourSize) {
        int threshold = 300;
        int runs = 300;
        var chance = new HourChance(rate, daySize, hourSize == 0 ? 0 : 1.0 / hourSize, 0);
        var random = new Random(20250627);
        long hours = 0;
        for (int run = 0; run < runs; run++) {
            hours += hoursTo(threshold, chance, hourSize, random);
        }

        assertThat((double) hours / runs).isGreaterThan(threshold);
    }

    @Property(tries = 300, seed = SEED)
    @Label("what is passed over as sure to be below what is asked for is below it")
    void passedOver(
            @ForAll @IntRange(min = 1, max = 30) int before,
            @ForAll @IntRange(min = 1, max = 30) int count,
            @ForAll @DoubleRange(min = 0.01, max = 5) double rate,
            @ForAll @DoubleRange(min = 1, max = 1e6) double asked) {
        var chance = new HourChance(rate, 10, 0.05, 0.1);
        var evidence = begun();
        evidence.busy(before, 1, chance);

        double whole = evidence.with(count, 0.5, 1, chance, ANYTHING);

        assertThat(evidence.with(count, 0.5, 1, chance, asked)).isIn(0.0, whole);
        assertThat(evidence.with(count, 0.5, 1, chance, asked) >= asked).isEqualTo(whole >= asked);
    }

    @Test
    @DisplayName("silence takes from it, however it is cut into hours of a day")
    void silence() {
        var chance = new HourChance(0.5, 10, 0, 0);
        var atOnce = begun();
        atOnce.busy(5, 1, chance);
        var hourly = begun();
        hourly.busy(5, 1, chance);
        double loud = sum(atOnce);

        atOnce.quiet(MIDNIGHT + 9, 8, chance);
        for (int hour = 2; hour <= 9; hour++) {
            hourly.quiet(MIDNIGHT + hour, 1, chance);
        }

        assertThat(sum(atOnce)).isLessThan(loud).isCloseTo(sum(hourly), within(1e-9 * loud));
    }

    @Test
    @DisplayName("many a day for days is more evidence than as many on one day, which may be a busy one")
    void days() {
        var chance = new HourChance(0.5, 5, 0, 0);
        var oneDay = begun();
        var threeDays = begun();
        for (int hour = 0; hour < 12; hour++) {
            take(oneDay, 2, chance);
        }
        for (int day = 0; day < 3; day++) {
            for (int hour = 0; hour < 4; hour++) {
                take(threeDays, 2, chance);
            }
            threeDays.quiet(threeDays.nextDay(), 0, chance);
        }

        assertThat(sum(threeDays)).isGreaterThan(2 * sum(oneDay));
    }

    @Test
    @DisplayName("it goes on from what was written")
    void written() throws IOException {
        var chance = new HourChance(0.5, 5, 0.02, 0.1);
        var evidence = begun();
        evidence.busy(3, 1.2, chance);
        evidence.quiet(MIDNIGHT + 4, 2.5, chance);
        var bytes = new ByteArrayOutputStream();
        ShiryaevRobertsCodec.write(evidence, new DataOutputStream(bytes));

        var read = ShiryaevRobertsCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(read.hour()).isEqualTo(MIDNIGHT + 4);
        assertThat(read.with(2, 0.3, 1, chance, ANYTHING)).isEqualTo(evidence.with(2, 0.3, 1, chance, ANYTHING));
    }

    private static long hoursTo(double threshold, HourChance chance, int hourSize, Random random) {
        var evidence = begun();
        double factor = 1;
        for (long hours = 0; ; hours++) {
            if (hours % 24 == 0) {
                factor = gamma(chance.daySize(), random) / chance.daySize();
            }
            double own = hourSize == 0 ? 1 : gamma(hourSize, random) / hourSize;
            int count = poisson(chance.rate() * factor * own, random);
            if (count > 0 && evidence.with(count, 1, 1, chance, threshold) >= threshold) {
                return hours + 1;
            }
            take(evidence, count, chance);
        }
    }

    private static void take(ShiryaevRoberts evidence, int count, HourChance chance) {
        if (count > 0) {
            evidence.busy(count, 1, chance);
        } else {
            evidence.quiet(evidence.hour() + 1, 1, chance);
        }
    }

    private static ShiryaevRoberts begun() {
        var evidence = new ShiryaevRoberts();
        evidence.begin(MIDNIGHT);
        return evidence;
    }

    private static double sum(ShiryaevRoberts evidence) {
        double sum = 0;
        for (double one : evidence.sums) {
            sum += one;
        }
        return sum / evidence.sums.length;
    }

    /** Of a whole number as its shape. */
    private static double gamma(double shape, Random random) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= StrictMath.log(1 - random.nextDouble());
        }
        return sum;
    }

    /** By the gaps between arrivals. */
    private static int poisson(double mean, Random random) {
        int count = 0;
        for (double at = gamma(1, random); at <= mean; at += gamma(1, random)) {
            count++;
        }
        return count;
    }
}
