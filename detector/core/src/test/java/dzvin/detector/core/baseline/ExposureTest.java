package dzvin.detector.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dzvin.detector.core.Chance;
import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.policy.Policy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final Policy POLICY = TestPolicies.standard();
    private static final long FIRST = 20_000 * 24;
    private static final int WEEK = 168;

    private final Chance chance = new Chance(5);

    @Test
    void anAverageWeekIsWorthAWeekOfHours() {
        var stream = running(6 * WEEK, 20);

        assertThat(stream.atHour(stream.hour()) - stream.atHour(stream.hour() - WEEK))
                .isCloseTo(WEEK, within(2.0));
    }

    @Test
    void busyHoursAreWorthMoreThanQuietOnes() {
        var stream = running(6 * WEEK, 20);
        long midnight = stream.hour() - stream.hour() % 24 - 24;

        assertThat(stream.ofHour(midnight + 12)).isGreaterThan(3 * stream.ofHour(midnight + 3));
    }

    @Test
    void aBucketIsWorthItsShareOfTheHour() {
        var stream = running(4 * WEEK, 20);
        long hour = stream.hour() - 3;

        assertThat(stream.atBucket(hour * 12 + 3) - stream.atBucket(hour * 12))
                .isCloseTo(stream.ofHour(hour) / 4, within(1e-9));
    }

    @Test
    void aGapInTheDataIsWorthNothing() {
        var stream = running(5 * WEEK, 20);
        long before = stream.hour();
        silent(stream, 30);
        long after = stream.hour();

        assertThat(stream.atHour(after) - stream.atHour(before)).isLessThan(1.0);
        assertThat(stream.ofHour(before + 5)).isZero();
    }

    @Test
    void aQuietNightIsNoGap() {
        var stream = running(5 * WEEK, 1);
        long before = stream.hour();
        silent(stream, 3);

        assertThat(stream.atHour(stream.hour()) - stream.atHour(before)).isGreaterThan(0);
    }

    @Test
    void afterAGapTheRhythmIsKnownAsBefore() {
        var stream = running(5 * WEEK, 20);
        double noon = factorAtNoon(stream);

        silent(stream, 3 * WEEK);
        run(stream, 24, 20);

        assertThat(factorAtNoon(stream)).isCloseTo(noon, within(0.1));
    }

    @Test
    void daysInWhichTheWholeStreamSurgesAreNoRhythmOfTheWeek() {
        var stream = running(5 * WEEK, 20);
        double calm = share(stream, 3);

        surge(stream, 3 * 24);
        run(stream, 4 * 24, 20);

        assertThat(share(stream, 3)).isCloseTo(calm, within(0.1));
    }

    @Test
    void whatComesBackWithTheWeekIsItsRhythm() {
        var stream = running(5 * WEEK, 20);
        double calm = share(stream, 3);

        for (int week = 0; week < 4; week++) {
            surge(stream, 3 * 24);
            run(stream, 4 * 24, 20);
        }

        assertThat(share(stream, 3)).isGreaterThan(1.15 * calm);
    }

    @Test
    void theStreamIsGreyForTheTimeThatThePolicyAsksFor() {
        var stream = running(13 * 24, 20);
        assertThat(stream.isGrey()).isTrue();

        run(stream, 24, 20);

        assertThat(stream.isGrey()).isFalse();
    }

    @Test
    void restartedFromItsBytesItGoesOnTheSame() throws IOException {
        var stream = running(3 * WEEK + 7, 20);
        silent(stream, 20);
        surge(stream, 30);
        var restarted = copy(stream);

        for (int i = 0; i < 300; i++) {
            int people = i % 40 < 12 ? 0 : chance.poisson(18);
            stream.count(people);
            restarted.count(people);
            stream.nextHour();
            restarted.nextHour();
            long hour = stream.hour();
            assertThat(restarted.atHour(hour)).isEqualTo(stream.atHour(hour));
            assertThat(restarted.ofHour(hour)).isEqualTo(stream.ofHour(hour));
            assertThat(restarted.history()).isEqualTo(stream.history());
            assertThat(restarted.atBucket(hour * 12 - 1000)).isEqualTo(stream.atBucket(hour * 12 - 1000));
        }
    }

    @Test
    void stateOfAnEarlierReleaseIsRead() throws IOException {
        var stream = running(3 * WEEK, 20);
        var bytes = bytes(stream);
        int risen = Long.BYTES + Integer.BYTES + Double.BYTES * (int) (stream.risen.next() - stream.risen.first());
        bytes = Arrays.copyOf(bytes, bytes.length - risen);
        bytes[0] = 1;

        var read = ExposureCodec.read(new DataInputStream(new ByteArrayInputStream(bytes)), POLICY);

        run(read, 3 * 24, 20);
        assertThat(read.history()).isGreaterThan(stream.history());
    }

    /** What the first days of the stream's weeks are worth, of the whole week. */
    private static double share(Exposure stream, int days) {
        long first = stream.hour() - Math.floorMod(stream.hour() - FIRST, (long) WEEK) - WEEK;
        return (stream.atHour(first + days * 24L) - stream.atHour(first)) / (days * 24);
    }

    private void surge(Exposure stream, int hours) {
        long from = stream.hour();
        for (int i = 0; i < hours; i++) {
            stream.surgesSince(from);
            run(stream, 1, 45);
        }
    }

    private static double factorAtNoon(Exposure stream) {
        return stream.profile.factor(12);
    }

    private Exposure running(int hours, double level) {
        var stream = new Exposure(POLICY);
        stream.begin(FIRST);
        run(stream, hours, level);
        return stream;
    }

    private void run(Exposure stream, int hours, double level) {
        for (int i = 0; i < hours; i++) {
            stream.count(chance.poisson(level * (stream.hour() % 24 < 8 ? 0.2 : 1.4)));
            stream.nextHour();
        }
    }

    private static void silent(Exposure stream, int hours) {
        for (int i = 0; i < hours; i++) {
            stream.nextHour();
        }
    }

    private static Exposure copy(Exposure stream) throws IOException {
        return ExposureCodec.read(new DataInputStream(new ByteArrayInputStream(bytes(stream))), POLICY);
    }

    private static byte[] bytes(Exposure stream) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ExposureCodec.write(stream, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
