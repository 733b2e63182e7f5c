package dzvin.standalone.command;

import dzvin.ingest.Profile;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --language}, for what is printed for people. */
final class LanguageOption {
    /** What sentences can be printed in. */
    enum Language {
        uk,
        en
    }

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Of the sentences: ${COMPLETION-CANDIDATES}; the profile's own by default.")
    private Optional<Language> language;

    String in(Profile profile) {
        return language.map(Language::name).orElse(profile.languages().get(0));
    }
}
