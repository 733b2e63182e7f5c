package dzvin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The peers that are written anew, against what R's {@code surveillance} made of the same series, once, by {@code bench/peers/daily.R}. */
class ReferencePeersTest {
    private static final double THRESHOLD = 4;
    private static final double DISPERSION = 0.2;
    private static final int MOST = 6;

    private final int[] counts = DailySeries.of(2_008).counts();

    @ParameterizedTest(name = "M = {0}")
    @ValueSource(ints = {7, 28})
    void theLikelihoodRatioOfEachDayIsThatOfGlrnb(int window) {
        var reference = reference("glrnb" + window);
        int days = reference.size();
        var means = new double[days];
        Arrays.setAll(means, day -> 0.5 * StrictMath.exp(0.4 * StrictMath.cos(2 * StrictMath.PI * day / 365)));
        var dispersions = new double[days];
        Arrays.fill(dispersions, DISPERSION);

        int[] cutOff = Arrays.stream(counts, 0, days)
                .map(count -> Math.min(count, MOST))
                .toArray();

        var values = new GlrNb(cutOff, new CountModel(means, dispersions), window).values(THRESHOLD);

        assertThat(days).isEqualTo(730);
        assertThat(Arrays.stream(values).max().orElseThrow()).isGreaterThan(THRESHOLD);
        reference.forEach(
                (day, value) -> assertThat(values[day]).as("day %d", day).isCloseTo(value, within(1e-6)));
    }

    @Test
    void theChanceOfEachCountIsThatOfFarringtonFlexible() {
        var reference = reference("farringtonFlexible");

        assertThat(reference).hasSize(120);
        reference.forEach((day, chance) -> assertThat(ImprovedFarrington.chance(counts, day))
                .as("day %d, count %d", day, counts[day])
                .isCloseTo(chance, within(1e-6 * chance)));
    }

    /** By day. */
    private static Map<Integer, Double> reference(String method) {
        var byDay = new TreeMap<Integer, Double>();
        try (var in = ReferencePeersTest.class.getResourceAsStream("daily-peers.csv");
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, "daily-peers.csv"), StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals(method))
                    .forEach(cells -> byDay.put(Integer.parseInt(cells[1]), Double.parseDouble(cells[2])));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what R told", e);
        }
        return byDay;
    }
}
