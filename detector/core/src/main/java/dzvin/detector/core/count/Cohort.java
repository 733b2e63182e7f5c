package dzvin.detector.core.count;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Keys of one worth and age. Most are only asked for when all of them are too old, so one that leaves before is merely counted off, and
 * told from those that stayed when it matters. Their order is asked for only when there are too many keys, hence made only then, and
 * kept from then on.
 */
final class Cohort {
    private static final int AT_A_TIME = 64;

    private final List<String> entered = new ArrayList<>();
    private TreeSet<String> ordered;
    private int size;

    void add(String text) {
        size++;
        if (ordered == null) {
            entered.add(text);
        } else {
            ordered.add(text);
        }
    }

    void remove(String text) {
        size--;
        if (ordered != null) {
            ordered.remove(text);
        }
    }

    int size() {
        return size;
    }

    /** All that ever entered, some of them at a time; some may have left, or be named twice. */
    List<List<String>> entered() {
        var all = ordered == null ? entered : new ArrayList<>(ordered);
        var parts = new ArrayList<List<String>>();
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_A_TIME)));
        }
        return parts;
    }

    /**
     * The first in the order of texts.
     *
     * @param stays whether one that has entered is still here
     */
    String first(Predicate<String> stays) {
        if (ordered == null) {
            ordered = new TreeSet<>();
            entered.stream().filter(stays).forEach(ordered::add);
            entered.clear();
        }
        return ordered.first();
    }
}
