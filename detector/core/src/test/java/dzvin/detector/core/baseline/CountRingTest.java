package dzvin.detector.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CountRingTest {
    private static final long[] LENGTHS = {1, 3, 12, 50};

    @Property(seed = "20250627")
    void sumsOverEachWindowAreThoseOfANaiveCountWhateverComesLate(
            @ForAll @Size(max = 80) List<@IntRange(max = 9) Integer> steps,
            @ForAll @Size(min = 80, max = 80) List<@IntRange(max = 20) Integer> lateness) {
        var ring = new CountRing(LENGTHS);
        var naive = new TreeMap<Long, Integer>();
        long now = 100;

        for (int i = 0; i < steps.size(); i++) {
            now += steps.get(i);
            ring.moveTo(now);
            long bucket = now - (lateness.get(i) < 12 ? 0 : lateness.get(i));
            ring.add(bucket, i % 5 + 1);
            naive.merge(bucket, i % 5 + 1, Integer::sum);
            assertSums(ring, naive, now);
        }
    }

    @Property(seed = "20250627")
    void forgettingWhatIsInNoWindowChangesNoSum(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 30) Integer> steps,
            @ForAll @IntRange(max = 60) int kept) {
        var ring = new CountRing(LENGTHS);
        var naive = new TreeMap<Long, Integer>();
        long now = 100;

        for (int step : steps) {
            now += step;
            ring.add(now, 1);
            naive.merge(now, 1, Integer::sum);
            ring.forgetBefore(now - kept);
            assertSums(ring, naive, now);
        }
    }

    @Property(seed = "20250627")
    void sumsBetweenTwoBucketsAreThoseOfANaiveCount(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> steps,
            @ForAll @IntRange(min = 90, max = 400) int from,
            @ForAll @IntRange(max = 100) int length) {
        var ring = new CountRing(LENGTHS);
        var naive = new TreeMap<Long, Integer>();
        long now = 100;
        for (int step : steps) {
            now += step;
            ring.add(now, step + 1);
            naive.merge(now, step + 1, Integer::sum);
        }

        assertThat(ring.sumBetween(from, from + length)).isEqualTo(sum(naive, from, from + length));
    }

    private static void assertSums(CountRing ring, NavigableMap<Long, Integer> naive, long now) {
        for (int scale = 0; scale < LENGTHS.length; scale++) {
            assertThat(ring.sum(scale)).isEqualTo(sum(naive, now + 1 - LENGTHS[scale], now + 1));
        }
    }

    private static long sum(NavigableMap<Long, Integer> naive, long from, long to) {
        return naive.subMap(from, to).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }
}
