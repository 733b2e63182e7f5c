package dzvin.ingest.step;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** One spelling for what is told in one line. */
final class Texts {
    private Texts() {}

    /** What was told in a field, without outer blanks; empty if that leaves nothing. */
    static Optional<String> line(RawReport told, Field field) {
        return told.tells(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The name as a key to look up: compatible forms, lower case, single blanks; no dots, apostrophes or hyphens. */
    static String key(String name) {
        var text = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isApostrophe(c) || c == STRESS) {
                continue;
            }
            boolean counts = Character.isLetterOrDigit(c);
            if (counts) {
                key.append(c == 'ё' ? 'е' : c);
            } else if (key.length() > 0 && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
        }
        return key.toString().strip();
    }

    /** Stress marks are put over vowels in dictionaries and copied from there. */
    private static final char STRESS = '\u0301';

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02bc' || c == '`' || c == '\u2018' || c == '\u00b4' || c == '"';
    }
}
