package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SharedWordsTest {
    private final SharedWords words = new SharedWords();

    @Test
    void equalWordsAndListsAreOneObjectInAllDigests() {
        var one = digest(words.of(List.of(fresh("appeal"), fresh("threat"))));
        var other = digest(words.of(List.of(fresh("appeal"), fresh("threat"))));

        assertThat(other.features()).isSameAs(one.features());
        assertThat(words.of(fresh("threat"))).isSameAs(one.features().get(1));
    }

    @Test
    void wordsThatSomebodyMakesUpDoNotPileUp() {
        for (int i = 0; i < 100_000; i++) {
            var list = List.of("made-up-" + i, "made-up-too-" + i);
            assertThat(words.of(list)).isEqualTo(list);
        }

        assertThat(words.size()).isLessThanOrEqualTo(2 * SharedWords.MOST);
    }

    private static String fresh(String word) {
        return String.valueOf(word.toCharArray());
    }

    private static Digest digest(List<String> features) {
        return new Digest(
                "r-1", 0, OptionalLong.empty(), Optional.empty(), Optional.empty(), features, Optional.empty());
    }
}
