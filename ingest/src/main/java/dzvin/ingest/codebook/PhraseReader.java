package dzvin.ingest.codebook;

import dzvin.ingest.yaml.YamlMap;
import dzvin.ingest.yaml.YamlMap.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads phrases: words, stems such as {@code звернен*}, alternatives such as {@code сша|америк*}, named lists of words such
 * as {@code {usa}}, and {@code ...} for up to five words between.
 */
final class PhraseReader {
    private static final int MOST_PATTERNS = 8;
    private static final int SHORTEST_STEM = 2;
    private static final String GAP = "...";
    private static final Pattern NAMED = Pattern.compile("\\{([a-z0-9-]+)}");
    private static final Pattern WORD = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}]+\\*?");
    private static final String WORD_RULE =
            "must be lower-case words without apostrophes, stems of two letters or more with a * after them, "
                    + "alternatives parted by |, named {words}, or ... between words; at most " + MOST_PATTERNS;

    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Phrase> phrases = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, List<Integer>> byFirstWord = new HashMap<>();
    private final Map<String, List<String>> named = new TreeMap<>();

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<Phrase> phrases() {
        return List.copyOf(phrases);
    }

    Map<Integer, List<Integer>> byFirstWord() {
        return Map.copyOf(byFirstWord);
    }

    /** Learns the named lists of words. */
    void name(YamlMap lists) {
        for (String name : lists.keys()) {
            var words = new ArrayList<String>();
            for (Text text : lists.texts(name)) {
                alternatives(text.value())
                        .ifPresentOrElse(words::addAll, () -> lists.refuse(text, name, "must be words or stems"));
            }
            named.put(name, words);
        }
    }

    /** The numbers of the phrases under a key; mistakes are noted there. */
    BitSet read(YamlMap map, String key) {
        var read = new BitSet();
        for (Text text : map.texts(key)) {
            int number = numbers.computeIfAbsent(text.value(), value -> add(map, key, text));
            if (number >= 0) {
                read.set(number);
            }
        }
        return read;
    }

    private int add(YamlMap map, String key, Text text) {
        var phrase = phrase(text.value());
        if (phrase.isEmpty()) {
            map.refuse(text, key, WORD_RULE);
            return -1;
        }
        int number = phrases.size();
        phrases.add(phrase.get());
        byFirstWord
                .computeIfAbsent(phrase.get().first(), first -> new ArrayList<>())
                .add(number);
        return number;
    }

    private Optional<Phrase> phrase(String text) {
        var patterns = new ArrayList<Integer>();
        var gaps = new BitSet();
        boolean endsInGap = false;
        for (String part : text.strip().split("\\s+")) {
            endsInGap = part.equals(GAP);
            if (endsInGap) {
                gaps.set(patterns.size());
                continue;
            }
            var alternatives = alternatives(part);
            if (alternatives.isEmpty()) {
                return Optional.empty();
            }
            patterns.add(vocabulary.number(alternatives.get()));
        }
        boolean bounded = !patterns.isEmpty() && patterns.size() <= MOST_PATTERNS;
        return bounded && !endsInGap && !gaps.get(0) ? Optional.of(new Phrase(patterns, gaps)) : Optional.empty();
    }

    private Optional<List<String>> alternatives(String part) {
        var words = new ArrayList<String>();
        for (String alternative : part.split("\\|", -1)) {
            var name = NAMED.matcher(alternative);
            if (name.matches() && named.containsKey(name.group(1))) {
                words.addAll(named.get(name.group(1)));
            } else if (WORD.matcher(alternative).matches() && !isTooShort(alternative)) {
                words.add(alternative.replace('ё', 'е'));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(words);
    }

    private static boolean isTooShort(String word) {
        return word.endsWith("*") && word.length() <= SHORTEST_STEM;
    }
}
