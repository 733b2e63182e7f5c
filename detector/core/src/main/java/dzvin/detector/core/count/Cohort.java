package dzvin.detector.core.count;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
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
    /** The last one that was told to come. */
    private String told;

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
     * The first in the order of texts. Whoever asks once will ask again, so those that come then are told, some of them at a time.
     *
     * @param stays whether one that has entered is still here
     * @param coming is told which ones come first, and before {@code stays} is asked which ones it is asked about
     */
    String first(Predicate<String> stays, Consumer<List<String>> coming) {
        if (ordered == null) {
            order(stays, coming);
        }
        var first = ordered.first();
        if (told == null || first.compareTo(told) > 0) {
            var next = ordered.stream().limit(AT_A_TIME).toList();
            told = next.get(next.size() - 1);
            coming.accept(next);
        }
        return first;
    }

    private void order(Predicate<String> stays, Consumer<List<String>> coming) {
        var parts = entered();
        ordered = new TreeSet<>();
        for (var part : parts) {
            coming.accept(part);
            part.stream().filter(stays).forEach(ordered::add);
        }
        entered.clear();
    }
}
