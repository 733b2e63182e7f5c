package dzvin.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
    private static final Instant NOON = Instant.parse("2025-07-02T12:00:00Z");

    private final TurnedClock clock = new TurnedClock();
    private final Acceptances acceptances = new Acceptances(clock);
    private final Partitions partitions = new Partitions();
    private final Heartbeats heartbeats = new Heartbeats(partitions, acceptances);

    @Test
    void everyQuietPartitionIsToldATimeShortlyBeforeNow() {
        heartbeats.beat();

        assertThat(partitions.beats)
                .isEqualTo(Map.of(0, List.of(NOON.minus(Heartbeats.LAG)), 1, List.of(NOON.minus(Heartbeats.LAG))));
    }

    @Test
    void aPartitionThatReportsHaveCarriedAsFarIsLeftAlone() {
        partitions.latest.put(1, NOON);

        heartbeats.beat();

        assertThat(partitions.beats).containsOnlyKeys(0);
    }

    @Test
    void aHeartbeatNeverRunsAheadOfAReportThatIsBeingAccepted() {
        acceptances.during(() -> {
            var receivedAt = clock.instant();
            clock.now = NOON.plusSeconds(60);

            heartbeats.beat();

            assertThat(partitions.beats.get(0).get(0)).isBeforeOrEqualTo(receivedAt);
        });
    }

    @Test
    void onceItIsHandedOverTimeGoesOn() {
        acceptances.during(() -> clock.now = NOON.plusSeconds(60));

        heartbeats.beat();

        assertThat(partitions.beats.get(0)).containsExactly(NOON.plusSeconds(60).minus(Heartbeats.LAG));
    }

    @Test
    void theEarliestOfSeveralAcceptancesHoldsAlsoWhenItsEqualHasEnded() {
        acceptances.during(() -> {
            acceptances.during(() -> {});
            clock.now = NOON.plusSeconds(5);
            acceptances.during(() -> assertThat(acceptances.noneBefore()).isEqualTo(NOON));
            assertThat(acceptances.noneBefore()).isEqualTo(NOON);
        });
        assertThat(acceptances.noneBefore()).isEqualTo(NOON.plusSeconds(5));
    }

    private static final class Partitions implements HeartbeatTarget {
        private final Map<Integer, Instant> latest = new HashMap<>();
        private final Map<Integer, List<Instant>> beats = new HashMap<>();

        @Override
        public List<Integer> partitions() {
            return List.of(0, 1);
        }

        @Override
        public boolean isBehind(int partition, Instant time) {
            return latest.getOrDefault(partition, Instant.MIN).isBefore(time);
        }

        @Override
        public CompletableFuture<Void> beat(int partition, Instant time) {
            beats.computeIfAbsent(partition, none -> new ArrayList<>()).add(time);
            return CompletableFuture.completedFuture(null);
        }
    }

    private static final class TurnedClock extends Clock {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
