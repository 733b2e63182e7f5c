package dzvin.detector.core.count;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One object for each region, feature and family, and for each list of features, however many reports have it: there are few of them, and very many reports. Where senders
 * make up ever more, it begins anew from time to time, since all it does is save room. Used by one thread.
 */
final class SharedWords {
    /** Words, and lists, that are kept. */
    static final int MOST = 4_096;

    private final Map<String, String> words = new HashMap<>();
    private final Map<List<String>, List<String>> lists = new HashMap<>();

    String of(String word) {
        var known = words.get(word);
        if (known != null) {
            return known;
        }
        makeRoom(words);
        words.put(word, word);
        return word;
    }

    /** An immutable list of the same. */
    List<String> of(List<String> list) {
        var known = lists.get(list);
        if (known != null) {
            return known;
        }
        makeRoom(lists);
        var shared = List.copyOf(list.stream().map(this::of).toList());
        lists.put(shared, shared);
        return shared;
    }

    /** Words and lists that it holds. */
    int size() {
        return words.size() + lists.size();
    }

    private static void makeRoom(Map<?, ?> kept) {
        if (kept.size() == MOST) {
            kept.clear();
        }
    }
}
