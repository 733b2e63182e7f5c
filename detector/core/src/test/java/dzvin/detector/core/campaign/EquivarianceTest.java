package dzvin.detector.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What must not depend on units: of time, of reports, of where time begins. */
class EquivarianceTest {
    @Property(seed = "20250627", tries = 200)
    void aSlowerClockStretchesTheDoublingTimeByAsMuch(
            @ForAll @IntRange(min = 2, max = 12) int stretch,
            @ForAll @DoubleRange(min = 10, max = 60) double doubling) {
        var once = Growth.doubling(growing(doubling, 1)).orElseThrow();
        var slower = Growth.doubling(growing(doubling, stretch)).orElseThrow();

        assertThat(slower.value() / once.value()).isCloseTo(stretch, within(0.05 * stretch));
    }

    @Property(seed = "20250627", tries = 200)
    void asManyTimesTheReportsAreAsManyEffectiveRegions(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 1000) Integer> regions,
            @ForAll @IntRange(min = 2, max = 50) int times) {
        var more = regions.stream().map(reports -> reports * times).toList();

        assertThat(Shares.effective(more)).isCloseTo(Shares.effective(regions), within(1e-9));
    }

    @Property(seed = "20250627", tries = 200)
    void theOnsetMovesWithTheCalendar(
            @ForAll @Size(min = 10, max = 60) List<@IntRange(max = 9) Integer> counts,
            @ForAll @IntRange(min = 1, max = 100_000) int later) {
        var here = Onsets.find(steps(counts, 0));
        var there = Onsets.find(steps(counts, later));

        assertThat(there.at() - here.at()).isEqualTo(later * 3_600_000L);
    }

    private static List<Onsets.Step> steps(List<Integer> counts, int later) {
        return IntStream.range(0, counts.size())
                .mapToObj(i -> new Onsets.Step(i + later, counts.get(i), 1.5))
                .toList();
    }

    private static List<Growth.Step> growing(double doubling, int stretch) {
        return IntStream.range(0, 100)
                .mapToObj(i -> new Growth.Step(i * (double) stretch, 4 * StrictMath.pow(2, i / doubling), 1))
                .toList();
    }
}
