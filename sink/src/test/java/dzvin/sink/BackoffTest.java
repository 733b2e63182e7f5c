package dzvin.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Property(seed = "20250627")
    void aWaitIsBetweenHalfTheFirstAndTheLongest(
            @ForAll @IntRange(min = 1) int failures, @ForAll @DoubleRange(min = 0, max = 0.99) double random) {
        var wait = new Backoff(FIRST, LONGEST, () -> random).after(failures);

        assertThat(wait).isBetween(FIRST.dividedBy(2), LONGEST);
    }

    @Test
    void twoChannelsThatFailedTogetherDoNotComeBackTogether() {
        var one = new Backoff(FIRST, LONGEST, () -> 0.1).after(4);
        var other = new Backoff(FIRST, LONGEST, () -> 0.9).after(4);

        assertThat(one).isEqualTo(Duration.ofMillis(440));
        assertThat(other).isEqualTo(Duration.ofMillis(760));
    }

    @Test
    void aBackOffThatDoesNotBackOffIsRefused() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, LONGEST, () -> 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(LONGEST, FIRST, () -> 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
