package dzvin.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBurstEmptiesTheBucketAndTheRateFillsItAgain() {
        var bucket = new TokenBucket(10, 20, 0);

        assertThat(bucket.takeOrWait(20, 0)).isZero();
        assertThat(bucket.takeOrWait(5, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(bucket.takeOrWait(5, SECOND / 2)).isZero();
        assertThat(bucket.takeOrWait(1, SECOND / 2)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void itNeverHoldsMoreThanItsSize() {
        var bucket = new TokenBucket(10, 20, 0);

        assertThat(bucket.takeOrWait(20, 3_600 * SECOND)).isZero();
        assertThat(bucket.takeOrWait(1, 3_600 * SECOND)).isPositive();
    }

    @Property(seed = "20250627")
    void noMoreGoesThroughThanTheBurstAndTheRateAllow(
            @ForAll @Size(max = 50) List<@IntRange(min = 1, max = 30) Integer> wishes) {
        var bucket = new TokenBucket(7, 25, 0);
        long now = 0;
        long taken = 0;

        for (int wish : wishes) {
            now += SECOND / 3;
            taken += bucket.takeOrWait(wish, now).isZero() ? wish : 0;
            assertThat((double) taken).isLessThanOrEqualTo(25 + 7.0 * now / SECOND + 1e-6);
        }
    }
}
