package dzvin.ingest.step;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.CountryPipelines;
import dzvin.ingest.Outcome;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Profile;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Told;
import dzvin.schemas.avro.Report;
import java.time.InstantSource;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    private static Report told(String text, TextPolicy policy) {
        var settings = new PipelineSettings(Profile.UA, Told.KEY, policy, Optional.empty(), ScriptFamilies.NONE);
        var pipeline = new CountryPipelines(settings, InstantSource.fixed(Told.NOW)).pipeline();
        return ((Outcome.Accepted) Told.nothing().with(Field.TEXT, text).through(pipeline)).report();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Передзвоніть на 067 123-45-67.      | Передзвоніть на [phone].",
                "Номер +38 (044) 123 45 67, чекаю.   | Номер [phone], чекаю.",
                "Пишіть на olena.k@example.org!      | Пишіть на [mail]!",
                "Картка 4149 4993 1234 5678.         | Картка [card].",
                "UA21 3223 1300 0002 6007 2335 6600 1 тут | [account] тут",
                "Паспорт 123456                      | Паспорт [digits]",
                "Сайт https://example.org/a?b=c тут  | Сайт [link] тут",
                "Народився 21.07.1990                | Народився [digits]",
                "Дзвонили 3 рази о 10:15 з 102       | Дзвонили 3 рази о 10:15 з 102",
            })
    void whatNamesAPersonByItsFormIsTakenOut(String told, String kept) {
        assertThat(told(told, TextPolicy.REDACT).getText()).isEqualTo(kept);
    }

    @Test
    void namesStayForNoFormGivesThemAway() {
        assertThat(told("Спитали про Петра Шевченка.", TextPolicy.REDACT).getText())
                .isEqualTo("Спитали про Петра Шевченка.");
    }

    @Test
    void wordsMayBeKeptWholeOrNotAtAllAndFeaturesAreFoundAllTheSame() {
        var words = "Говорив автовідповідач, номер 0671234567.";

        assertThat(told(words, TextPolicy.KEEP).getText()).isEqualTo(words);
        assertThat(told(words, TextPolicy.DROP).getText()).isNull();
        assertThat(told(words, TextPolicy.DROP).getExtractedFeatures()).containsExactly("recorded-voice");
    }

    @Property(seed = "20250627")
    void redactingTwiceIsRedactingOnce(
            @ForAll
                    @Chars({'1', '2', ' ', '-', '+', '(', ')', '.', '@', 'a', 'U', 'A', '/', '\n'})
                    @StringLength(max = 60)
                    String text) {
        var once = Redaction.of(text);

        assertThat(Redaction.of(once)).isEqualTo(once);
        assertThat(once.replaceAll("[ ().\\-/]", "")).doesNotContainPattern("[0-9]{20}");
    }
}
