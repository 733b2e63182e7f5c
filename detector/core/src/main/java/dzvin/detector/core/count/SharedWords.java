package dzvin.detector.core.count;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One object for each region, feature and family, and for each list of features, however many reports have it: there are few of them, and very many reports. Used by one
 * thread.
 */
final class SharedWords {
    private final Map<String, String> words = new HashMap<>();
    private final Map<List<String>, List<String>> lists = new HashMap<>();

    String of(String word) {
        var known = words.putIfAbsent(word, word);
        return known == null ? word : known;
    }

    List<String> of(List<String> list) {
        var known = lists.get(list);
        if (known != null) {
            return known;
        }
        var shared = list.stream().map(this::of).toList();
        lists.put(shared, shared);
        return shared;
    }
}
