package dzvin.detector.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.explain.Labels.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {
    private static final Plural PEOPLE = new Plural("людина", "людини", "людей");
    private static final Plural ENGLISH = Plural.english("person", "people");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "0, людей",
        "1, людина",
        "2, людини",
        "4, людини",
        "5, людей",
        "10, людей",
        "11, людей",
        "12, людей",
        "14, людей",
        "20, людей",
        "21, людина",
        "22, людини",
        "25, людей",
        "101, людина",
        "111, людей",
        "112, людей",
        "121, людина",
        "122, людини",
        "1000, людей",
        "1001, людина",
        "1011, людей",
        "2000002, людини"
    })
    void inUkrainianTheNounFollowsTheLastDigitsOfTheNumber(long count, String noun) {
        assertThat(PEOPLE.with(count, Language.UKRAINIAN)).isEqualTo(count + " " + noun);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"0, people", "1, person", "2, people", "11, people", "21, people", "101, people"})
    void inEnglishOneAloneIsSingular(long count, String noun) {
        assertThat(ENGLISH.with(count, Language.ENGLISH)).isEqualTo(count + " " + noun);
    }
}
