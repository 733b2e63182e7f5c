package dzvin.detector.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dzvin.detector.core.campaign.WeighedKeys.Weighed;
import dzvin.detector.core.view.ViewKey;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which keys of a campaign are looked at: pure ones, unless they leave out most of what is surely there. */
class CoreKeysTest {
    private static final ViewKey WORD = new ViewKey("feature", "feature=f0");

    @Test
    @DisplayName("of a key, people beyond the expected less two standard deviations are surely its own")
    void ofOneKey() {
        assertThat(new WeighedKeys(List.of(word(437, 334, 26 * 26))).surely()).isCloseTo(103 - 52, within(1e-9));
    }

    @Test
    @DisplayName("what regions hold adds up, and so do their variances")
    void regionsAddUp() {
        var two = new WeighedKeys(List.of(in("R1", 24, 6, 9), in("R3", 41, 15, 16)));
        assertThat(two.surely()).isCloseTo(18 + 26 - 2 * 5, within(1e-9));
    }

    @Test
    @DisplayName(
            "nobody counts twice: of two keys of one region the larger one counts, a key without a region is not added")
    void nobodyTwice() {
        var region = new Weighed(new ViewKey("region", "region=R1"), 30, 10, 10);
        assertThat(new WeighedKeys(List.of(in("R1", 24, 6, 9), region, word(100, 90, 100))).surely())
                .isCloseTo(20 - 2 * StrictMath.sqrt(10), within(1e-9));
    }

    @Test
    @DisplayName("regions that together surely hold half of what the word holds are more telling than the word")
    void manyRegions() {
        var word = word(437, 334, 26 * 26);
        var regions = List.of(in("R1", 24, 6, 8), in("R2", 16, 3, 4), in("R3", 41, 15, 16), in("R4", 14, 3, 4));
        assertThat(telling(word, regions))
                .containsExactly(
                        regions.get(2).key(),
                        regions.get(0).key(),
                        regions.get(1).key(),
                        regions.get(3).key());
    }

    @Test
    @DisplayName("one region that rang first does not stand for a campaign of which it surely holds a small part")
    void oneRegion() {
        assertThat(telling(word(437, 334, 26 * 26), List.of(in("R1", 24, 6, 9))))
                .containsExactly(WORD);
    }

    @Test
    @DisplayName("where nothing is surely beyond its baseline, the purest key is looked at")
    void nothingSure() {
        var pure = in("R1", 3, 1.6, 4);
        assertThat(telling(word(100, 95, 400), List.of(pure))).containsExactly(pure.key());
    }

    private static List<ViewKey> telling(Weighed word, List<Weighed> others) {
        return CoreKeys.telling(Stream.concat(Stream.of(word), others.stream())
                .sorted(Comparator.comparingDouble(Weighed::excess).reversed())
                .toList());
    }

    private static Weighed word(double people, double expected, double variance) {
        return new Weighed(WORD, people, expected, variance);
    }

    private static Weighed in(String region, double people, double expected, double variance) {
        return new Weighed(
                new ViewKey("region+feature", "region=" + region + ",feature=f0"), people, expected, variance);
    }
}
