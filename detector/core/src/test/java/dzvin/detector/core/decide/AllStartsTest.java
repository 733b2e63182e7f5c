package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.ClosedBucket;
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
