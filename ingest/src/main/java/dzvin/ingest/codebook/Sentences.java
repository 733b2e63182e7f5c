package dzvin.ingest.codebook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text as sentences of normalised words: lower case, one spelling for the letters that keyboards and recognisers mix up
 * (ё and е, Latin letters inside a Cyrillic word), no apostrophes, no stress marks, hyphens part words.
 */
final class Sentences {
    private static final String LATIN = "aceiopxyk";
    private static final String CYRILLIC = "асеіорхук";
    private static final char STRESS = '\u0301';
    private static final String APOSTROPHES = "'\u2019\u02bc\u2018`\u00b4";
    private static final String ENDS = ".!?;\n\u2026";

    private final List<List<String>> sentences = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private List<String> words = new ArrayList<>();

    private Sentences() {}

    static List<List<String>> of(String text) {
        var reader = new Sentences();
        var lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            reader.take(lower.charAt(i));
        }
        reader.endSentence();
        return reader.sentences;
    }

    private void take(char c) {
        if (Character.isLetterOrDigit(c)) {
            word.append(c == 'ё' ? 'е' : c);
        } else if (ENDS.indexOf(c) >= 0) {
            endSentence();
        } else if (c != STRESS && APOSTROPHES.indexOf(c) < 0) {
            endWord();
        }
    }

    private void endWord() {
        if (word.length() > 0) {
            words.add(inOneScript(word.toString()));
            word.setLength(0);
        }
    }

    private void endSentence() {
        endWord();
        if (!words.isEmpty()) {
            sentences.add(words);
            words = new ArrayList<>();
        }
    }

    private static String inOneScript(String word) {
        boolean latin = false;
        boolean cyrillic = false;
        for (int i = 0; i < word.length(); i++) {
            latin |= LATIN.indexOf(word.charAt(i)) >= 0;
            cyrillic |= Character.UnicodeBlock.of(word.charAt(i)).equals(Character.UnicodeBlock.CYRILLIC);
        }
        return latin && cyrillic ? cyrillic(word) : word;
    }

    private static String cyrillic(String word) {
        var cyrillic = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            int twin = LATIN.indexOf(word.charAt(i));
            cyrillic.append(twin < 0 ? word.charAt(i) : CYRILLIC.charAt(twin));
        }
        return cyrillic.toString();
    }
}
