package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.count.KeyCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What begins slowly in everyday words fits no window well: it is found by what all starts say together. */
class AllStartsTest {
    private static final int PER_HOUR = 6;
    private static final int SEEDS = 20;
    private static final int DAYS = 4;

    @Test
    @DisplayName(
            "eight reports a day more where six are usual are found within four days in 16 of 20 streams; windows alone found 13")
    void slowCampaigns() {
        int found = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            found += HourlyStage.alerts(slow(seed)).stream().anyMatch(AllStartsTest::isAboutIt) ? 1 : 0;
        }

        assertThat(found).isGreaterThanOrEqualTo(16);
    }

    @Test
    @DisplayName("the signal of such a surge counts from its likeliest start, which need not be where a window begins")
    void likeliestStart() {
        assertThat(IntStream.rangeClosed(1, SEEDS).boxed().flatMap(seed -> HourlyStage.decide(slow(seed)).stream()))
                .filteredOn(SurgeSignal.class::isInstance)
                .map(SurgeSignal.class::cast)
                .anySatisfy(surge -> {
                    long window = surge.at() - surge.windowFrom();
                    assertThat(window).isLessThan(surge.scale().toMillis());
                    assertThat(window).isGreaterThan(SimulatedStream.HOUR);
                    assertThat((double) surge.people()).isGreaterThan(surge.expected());
                });
    }

    @ParameterizedTest(name = "stream {0}")
    @ValueSource(ints = {2, 5, 8})
    @DisplayName("a restart at any hour goes on with the same evidence")
    void restart(int seed) {
        var buckets = slow(seed);

        assertThat(HourlyStage.decide(buckets, new ReloadedTables(), 1)).isEqualTo(HourlyStage.decide(buckets));
    }

    @Test
    @DisplayName("what is reported late of an outage is held against nothing: it rings no more often than by windows")
    void outage() {
        int signals = 0;
        for (int seed = 1; seed <= 10; seed++) {
            signals += (int) HourlyStage.decide(withOutage(seed)).stream()
                    .filter(SurgeSignal.class::isInstance)
                    .filter(signal -> signal.at() > SimulatedStream.hourAt(HourlyStage.QUIET))
                    .count();
        }

        // With hours of the outage as evidence it was 135; windows alone 35.
        assertThat(signals).isLessThanOrEqualTo(40);
    }

    /** Twelve hours of nothing, of which a quarter of the usual is told a day later. */
    private static List<ClosedBucket> withOutage(int seed) {
        int silent = 12;
        int end = HourlyStage.QUIET + silent;
        var stream = new SimulatedStream(seed, PER_HOUR);
        var buckets = new ArrayList<ClosedBucket>();
        var late = new ArrayList<KeyCell>();
        for (int hour = 0; hour < end + 24; hour++) {
            if (hour >= HourlyStage.QUIET && hour < end) {
                late.addAll(new SimulatedStream(1_000 + 100L * seed + hour, PER_HOUR / 4.0)
                        .hour(hour, List.of())
                        .cells());
            } else {
                var bucket = stream.hour(hour, List.of());
                buckets.add(
                        hour == end + 1
                                ? new ClosedBucket(
                                        bucket.bucket(), bucket.cells(), List.of(), sorted(late), bucket.live())
                                : bucket);
            }
        }
        return buckets;
    }

    private static List<KeyCell> sorted(List<KeyCell> cells) {
        return cells.stream()
                .sorted(Comparator.comparing(KeyCell::key).thenComparing(KeyCell::bucket))
                .toList();
    }

    private static List<ClosedBucket> slow(int seed) {
        var stream = new SimulatedStream(seed, PER_HOUR);
        return HourlyStage.buckets(
                stream, DAYS * 24, hour -> hour % 3 == 0 ? List.of(stream.fresh(1, "f0")) : List.of());
    }

    private static boolean isAboutIt(CampaignAlert alert) {
        return alert.evidence().features().get(0).code().equals("f0")
                && alert.evidence().regions().get(0).code().equals("R1");
    }
}
