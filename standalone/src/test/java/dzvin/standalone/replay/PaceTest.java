package dzvin.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.schemas.avro.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final List<Long> waited = new ArrayList<>();
    private final List<Long> heard = new ArrayList<>();
    private long now;

    private final History.Listener listener = new History.Listener() {
        @Override
        public void report(int partition, Report report) {}

        @Override
        public void heartbeat(int partition, long at) {
            heard.add(at);
        }
    };

    private Pace times(double factor) {
        return new Pace(factor, () -> now, nanos -> {
            waited.add(Duration.ofNanos(nanos).toMillis());
            now += nanos;
        });
    }

    @Test
    void recordsWaitForTheirTimeDividedByTheSpeed() {
        var paced = times(10).keptBy(listener);

        paced.heartbeat(0, 1_000);
        paced.heartbeat(0, 3_000);
        paced.heartbeat(0, 8_000);

        assertThat(waited).containsExactly(200L, 500L);
        assertThat(heard).containsExactly(1_000L, 3_000L, 8_000L);
    }

    @Test
    void whatIsLateOrOutOfOrderDoesNotWait() {
        var paced = times(1).keptBy(listener);

        paced.heartbeat(0, 5_000);
        now += Duration.ofSeconds(60).toNanos();
        paced.heartbeat(0, 4_000);
        paced.heartbeat(0, 64_000);

        assertThat(waited).isEmpty();
    }

    @Test
    void historyAsFastAsItGoesNeverWaits() {
        assertThat(Pace.max().keptBy(listener)).isSameAs(listener);
    }

    @Test
    void aSpeedIsAboveZero() {
        assertThatThrownBy(() -> Pace.times(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> Pace.times(Double.NaN)).hasMessageContaining("above 0");
    }
}
