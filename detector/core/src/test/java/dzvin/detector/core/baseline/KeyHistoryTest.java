package dzvin.detector.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dzvin.detector.core.Chance;
import dzvin.detector.core.TestPolicies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class KeyHistoryTest {
    private static final long FIRST = 20_000 * 24;
    private static final int BUCKETS = 12;

    private final Chance chance = new Chance(8);
    private final Exposure stream = new Exposure(TestPolicies.standard());
    private final Baseline baseline = new Baseline(TestPolicies.standard(), stream);
    private ViewKnowledge view = ViewKnowledge.NOTHING.withKey();

    @Test
    void aSteadyKeysRateIsLearned() {
        var key = begin();

        run(key, 60 * 24, 3);

        assertThat(rate(key)).isCloseTo(3, within(0.25));
    }

    @Test
    void silenceIsLearnedToo() {
        var key = begin();
        run(key, 40 * 24, 3);

        run(key, 60 * 24, 0);

        assertThat(rate(key)).isLessThan(0.8);
    }

    @Test
    void aKeyThatWasSilentSinceTheBeginningOfTheStreamIsExpectedToBringLittle() {
        var early = begin();
        run(early, 40 * 24, 3);

        var late = baseline.newKey(false, stream.hour() * BUCKETS);

        assertThat(baseline.expected(late, false, view, 2, stream.hour() * BUCKETS)
                        .mean())
                .isLessThan(0.2);
    }

    @Test
    void aSurgeIsNotLearnedWhileItHoldsTheKey() {
        var key = begin();
        run(key, 40 * 24, 3);
        double before = rate(key);

        baseline.hold(key, false, view, stream.hour());
        run(key, 10 * 24, 60);

        assertThat(rate(key)).isCloseTo(before, within(0.2));
    }

    @Test
    void whatCameBeforeTheReleaseIsLeftOutForGood() {
        var key = begin();
        run(key, 40 * 24, 3);
        double before = rate(key);
        baseline.hold(key, false, view, stream.hour());
        run(key, 10 * 24, 60);

        key.release(stream.hour(), stream);
        run(key, 10 * 24, 3);

        assertThat(rate(key)).isCloseTo(before, within(0.35));
    }

    @Test
    void aSurgeThatLastsForFourWeeksIsTheNewNormal() {
        var key = begin();
        run(key, 40 * 24, 3);

        baseline.hold(key, false, view, stream.hour());
        run(key, 60 * 24, 30);

        assertThat(rate(key)).isGreaterThan(6);
    }

    @Test
    void whatLastsIsTheNewNormalHoweverOftenItIsReleasedMeanwhile() {
        var key = begin();
        run(key, 40 * 24, 3);

        for (int fortnight = 0; fortnight < 4; fortnight++) {
            baseline.hold(key, false, view, stream.hour());
            run(key, 14 * 24, 30);
            key.releaseWhileHigh(stream.hour(), stream);
        }

        assertThat(rate(key)).isGreaterThan(6);
    }

    @Test
    void anotherRiseAfterLongCalmIsHeldAnew() {
        var key = begin();
        run(key, 40 * 24, 3);
        baseline.hold(key, false, view, stream.hour());
        run(key, 5 * 24, 30);
        key.releaseWhileHigh(stream.hour(), stream);
        run(key, 30 * 24, 3);
        double before = rate(key);

        key.calmed();
        baseline.hold(key, false, view, stream.hour());
        run(key, 10 * 24, 60);

        assertThat(rate(key)).isCloseTo(before, within(0.35));
    }

    @Test
    void aSingleHugeHourThatNobodyHeldIsLearnedOnlyUpToACap() {
        var key = begin();
        run(key, 40 * 24, 3);
        double before = rate(key);

        count(key, 1000);
        stream.nextHour();
        run(key, 5 * 24, 3);

        assertThat(rate(key)).isCloseTo(before, within(0.4));
    }

    @Test
    void aWeekIsNotHeldAgainstWhatItHasItselfBrought() {
        var key = begin();
        run(key, 40 * 24, 0.02);
        int week = baseline.scales() - 1;
        double before = expected(key, week);

        run(key, 6 * 24, 0.5);

        assertThat(expected(key, week)).isCloseTo(before, within(0.15 * before));
        assertThat(rate(key))
                .as("while the days before the latest two are learned")
                .isGreaterThan(0.05);
    }

    @Test
    void whatIsOlderThanAWeekIsLearnedForAWeekToo() {
        var key = begin();
        run(key, 60 * 24, 3);

        assertThat(expected(key, baseline.scales() - 1)).isCloseTo(3 * 168, within(42.0));
    }

    @Test
    void whatWasLearnedOfASurgeBeforeItWasSeenIsTakenBack() {
        var key = begin();
        run(key, 40 * 24, 3);
        double before = rate(key);
        run(key, 6 * 24, 60);
        assertThat(rate(key)).isGreaterThan(before + 2);

        baseline.hold(key, false, view, stream.hour() - 6 * 24);

        assertThat(rate(key)).isCloseTo(before, within(0.2));
    }

    @Test
    void restartedFromItsBytesItGoesOnTheSame() throws IOException {
        var key = begin();
        run(key, 20 * 24, 3);
        baseline.hold(key, false, view, stream.hour() - 5);
        var restarted = copy(key);
        key.forEachCount(Long.MIN_VALUE, Long.MAX_VALUE, restarted::restore);

        var views = view;
        for (int i = 0; i < 200; i++) {
            int people = chance.poisson(2);
            stream.count(200);
            count(key, people);
            count(restarted, people);
            if (i == 60) {
                key.release(stream.hour(), stream);
                restarted.release(stream.hour(), stream);
            }
            view = baseline.learn(key, false, view);
            views = baseline.learn(restarted, false, views);
            stream.nextHour();
            assertThat(rate(restarted)).isEqualTo(rate(key));
            assertThat(baseline.meanRate(restarted, false, view)).isEqualTo(baseline.meanRate(key, false, view));
            assertThat(views).isEqualTo(view);
            for (int scale = 0; scale < baseline.scales(); scale++) {
                assertThat(restarted.people(scale)).isEqualTo(key.people(scale));
            }
        }
    }

    private KeyHistory begin() {
        stream.begin(FIRST);
        stream.count(200);
        return baseline.newKey(false, FIRST * BUCKETS);
    }

    private void run(KeyHistory key, int hours, double mean) {
        for (int i = 0; i < hours; i++) {
            stream.count(200);
            count(key, chance.poisson(mean));
            view = baseline.learn(key, false, view);
            stream.nextHour();
        }
    }

    private void count(KeyHistory key, int people) {
        long bucket = stream.hour() * BUCKETS + 3;
        key.moveTo(bucket);
        if (people > 0) {
            key.count(bucket, people);
        }
    }

    private double expected(KeyHistory key, int scale) {
        long bucket = stream.hour() * BUCKETS + 3;
        return baseline.expected(key, false, view, scale, bucket).mean();
    }

    private static double rate(KeyHistory key) {
        return ViewKnowledge.NOTHING.closedRate(key.prompt).mean();
    }

    private static KeyHistory copy(KeyHistory key) throws IOException {
        var bytes = new ByteArrayOutputStream();
        KeyHistoryCodec.write(key, new DataOutputStream(bytes));
        return KeyHistoryCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
