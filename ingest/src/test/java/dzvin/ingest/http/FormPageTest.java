package dzvin.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The form's files, as far as they can be tried without a browser. */
class FormPageTest {
    private static final Pattern WORD = Pattern.compile("data-t=\"(\\w+)\"");

    @Test
    void theChoicesAreThoseOfTheProfileInBothLanguages() {
        try (var gateway = Gateway.open()) {
            var choices = gateway.get("/form-choices.json").json();

            assertThat(choices.get("keyIsNeeded").asBoolean()).isFalse();
            assertThat(choices.get("regions")).hasSize(27);
            assertThat(choices.get("features").findValuesAsText("code")).contains("claims-russian-official");
            assertThat(choices.get("features").get(0).get("uk").asText()).isNotBlank();
            assertThat(choices.get("features").get(0).get("en").asText()).isNotBlank();
        }
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNothingIsInline() {
        try (var gateway = Gateway.open()) {
            var page = gateway.get("/").body();

            assertThat(page).doesNotContain("http:", "https:", "style=", "onclick", "<style");
            for (var file : List.of("/form.css", "/form.js", "/form-words.js", "/icon.svg")) {
                assertThat(gateway.get(file).status()).as(file).isEqualTo(200);
            }
        }
    }

    @Test
    void everyWordOfThePageIsThereInBothLanguages() {
        try (var gateway = Gateway.open()) {
            var words = gateway.get("/form-words.js").body();
            int english = words.indexOf("\n  en: {");

            WORD.matcher(gateway.get("/").body())
                    .results()
                    .map(found -> found.group(1) + ":")
                    .forEach(key -> {
                        assertThat(words.substring(0, english)).contains(key);
                        assertThat(words.substring(english)).contains(key);
                    });
        }
    }
}
