package dzvin.ingest.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodebookTest {
    private static final Codebook CODEBOOK = Codebook.read("test.yaml", """
            name: test
            version: "7"
            words:
              usa: [сша, америк*]
            features:
              appeal:
                - all:
                    what: [звернен*, напис*|писа*]
                    whom: ["{usa}", білий дім]
                  not: [не напис*]
              list:
                - any: [спис* ... обмін*]
              data:
                - any: [пін код]
            """);

    @Test
    void itIsNamedWithItsVersion() {
        assertThat(CODEBOOK.name()).isEqualTo("test/7");
        assertThat(CODEBOOK.features()).containsExactly("appeal", "data", "list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Просили звернення до США", "ЗВЕРНЕННЯМИ до Америки!", "написати, мовляв, американцям",
                "писати у Білий дім", "зверненнʼя до США", "Звернення до Америкu: США"
            })
    void aFeatureIsShownWhereEveryGroupIsInOneSentence(String text) {
        assertThat(CODEBOOK.featuresIn(text)).containsExactly("appeal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Написали мені. Про США не говорили.",
                "сшаа написати",
                "прописати американці",
                "",
                "не написали до США"
            })
    void elsewhereItIsNot(String text) {
        assertThat(CODEBOOK.featuresIn(text)).isEmpty();
    }

    @Test
    void aGapIsFiveWordsAtMost() {
        assertThat(CODEBOOK.featuresIn("списки а б в г ґ обміну")).containsExactly("list");
        assertThat(CODEBOOK.featuresIn("списки а б в г ґ д обміну")).isEmpty();
    }

    @Test
    void hyphensPartWordsAndLookalikeLettersAreOne() {
        assertThat(CODEBOOK.featuresIn("ПІН-код")).containsExactly("data");
        assertThat(CODEBOOK.featuresIn("cписки на oбмін")).containsExactly("list");
    }

    @Nested
    class AMistake {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "version: 1                             | test.yaml:1 name must say what the codebook is called",
                    "name: a                                | test.yaml:1 version must say which version it is",
                    "naem: a                                | is no key of a codebook (did you mean name?)",
                    "name: '!'                              | test.yaml:1 name must say",
                    "features: {A: [{any: [а]}]}            | features.A must be a code",
                    "features: {a: [{any: [Велика]}]}       | features.a.any must be lower-case words",
                    "features: {a: [{any: [а*]}]}           | features.a.any must be lower-case words",
                    "features: {a: [{any: [... б]}]}        | features.a.any must be lower-case words",
                    "features: {a: [{any: ['{b}']}]}        | features.a.any must be lower-case words",
                    "features: {a: [{not: [б]}]}            | features.a.any must list phrases",
                    "features: {a: [{any: [б], al: [б]}]}   | al is no key of a codebook (did you mean all?)",
                    "features: [a]                          | test.yaml:1 features must be a map",
                    "'- ['                                  | test.yaml",
                })
        void isToldWithItsLineAndKey(String yaml, String sentence) {
            assertThatThrownBy(() -> Codebook.read("test.yaml", yaml))
                    .isInstanceOf(UnusableCodebookException.class)
                    .hasMessageContaining(sentence);
        }

        @Test
        void isToldTogetherWithAllOthers() {
            assertThatThrownBy(() -> Codebook.read("test.yaml", "nmae: a\nfeatures:\n  X: [{any: [Б]}]\n"))
                    .hasMessageContaining("test.yaml:1 nmae")
                    .hasMessageContaining("test.yaml:3 features.X")
                    .hasMessageContaining("test.yaml:3 features.X.any");
        }
    }
}
