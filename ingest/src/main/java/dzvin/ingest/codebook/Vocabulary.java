package dzvin.ingest.codebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Every word that a codebook listens for, numbered. A pattern is a set of whole words and stems; a stem ends in {@code *}
 * and stands for every word that begins with it.
 */
final class Vocabulary {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, List<Integer>> whole = new HashMap<>();
    private final Map<String, List<Integer>> stems = new HashMap<>();
    private int longestStem;

    /** The number of a pattern, the same for the same alternatives. */
    int number(List<String> alternatives) {
        var sorted = new TreeSet<>(alternatives);
        return numbers.computeIfAbsent(String.join("|", sorted), key -> {
            int number = numbers.size();
            sorted.forEach(alternative -> listen(alternative, number));
            return number;
        });
    }

    private void listen(String alternative, int number) {
        if (alternative.endsWith("*")) {
            var stem = alternative.substring(0, alternative.length() - 1);
            longestStem = Math.max(longestStem, stem.length());
            stems.computeIfAbsent(stem, key -> new ArrayList<>()).add(number);
        } else {
            whole.computeIfAbsent(alternative, key -> new ArrayList<>()).add(number);
        }
    }

    /** The patterns that a word fits. */
    BitSet heardIn(String word) {
        var heard = new BitSet();
        whole.getOrDefault(word, List.of()).forEach(heard::set);
        for (int length = 1; length <= Math.min(word.length(), longestStem); length++) {
            stems.getOrDefault(word.substring(0, length), List.of()).forEach(heard::set);
        }
        return heard;
    }
}
