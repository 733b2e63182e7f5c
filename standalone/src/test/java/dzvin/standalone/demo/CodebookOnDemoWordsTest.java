package dzvin.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.codebook.Codebook;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The shipped codebook on the demo's grammar, every part of which is meant to show a feature. Both were written by the same
 * hands, so the figures say that the demo and the codebook fit, not how good the codebook is on real people's words.
 */
class CodebookOnDemoWordsTest {
    private static final int TELLINGS_EACH = 200;
    private static final double LEAST_RECALL = 0.95;

    /** Families tell of lists for an exchange in the same breath as of the refusal, and that is a list all the same. */
    private static final double LEAST_PRECISION = 0.8;

    private static final Map<String, Tally> TALLIES = new TreeMap<>();

    private static final class Tally {
        private int found;
        private int missed;
        private int invented;

        double recall() {
            return found / (double) (found + missed);
        }

        double precision() {
            return found / (double) (found + invented);
        }
    }

    @BeforeAll
    static void readManyTellings() {
        var words = Words.bundled();
        var codebook = Codebook.shipped("ua");
        var draws = Draws.of(7, "codebook");
        words.intends().values().forEach(feature -> TALLIES.put(feature, new Tally()));
        words.scripts()
                .forEach((script, languages) -> languages.keySet().forEach(language -> {
                    for (int i = 0; i < TELLINGS_EACH; i++) {
                        count(words.tell(script, language, draws), codebook);
                    }
                }));
    }

    private static void count(Words.Telling telling, Codebook codebook) {
        var found = codebook.featuresIn(telling.text());
        TALLIES.forEach((feature, tally) -> {
            boolean meant = telling.meant().contains(feature);
            boolean heard = found.contains(feature);
            tally.found += meant && heard ? 1 : 0;
            tally.missed += meant && !heard ? 1 : 0;
            tally.invented += heard && !meant ? 1 : 0;
        });
    }

    @Test
    void whatTheTellingsAreMeantToShowIsFound() {
        assertThat(TALLIES)
                .isNotEmpty()
                .allSatisfy((feature, tally) ->
                        assertThat(tally.recall()).as(feature).isGreaterThanOrEqualTo(LEAST_RECALL));
    }

    @Test
    void littleIsFoundThatTheyAreNotMeantToShow() {
        assertThat(TALLIES)
                .isNotEmpty()
                .allSatisfy((feature, tally) ->
                        assertThat(tally.precision()).as(feature).isGreaterThanOrEqualTo(LEAST_PRECISION));
    }
}
