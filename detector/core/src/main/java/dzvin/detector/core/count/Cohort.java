package dzvin.detector.core.count;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keys of one worth and age. Their order is asked for only when there are too many keys, hence made only then, and kept from then on.
 */
final class Cohort {
    private Set<String> texts = new HashSet<>();

    void add(String text) {
        texts.add(text);
    }

    void remove(String text) {
        texts.remove(text);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    Set<String> texts() {
        return texts;
    }

    String first() {
        if (!(texts instanceof TreeSet)) {
            texts = new TreeSet<>(texts);
        }
        return ((TreeSet<String>) texts).first();
    }
}
