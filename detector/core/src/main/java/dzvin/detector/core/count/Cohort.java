package dzvin.detector.core.count;

import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;

/**
 * Keys of one worth and age. Most are only asked for when all of them are too old, so who leaves before is merely noted, and crossed out when it matters. Their order is
 * asked for only when there are too many keys, hence made only then, and kept from then on.
 */
final class Cohort {
    private static final int AT_A_TIME = 64;

    /** While nobody has asked for the order. */
    private final List<ViewKey> entered = new ArrayList<>();
    /** Those of them that have left again. */
    private final List<ViewKey> left = new ArrayList<>();
    /** From the first such question on, else null. */
    private TreeSet<ViewKey> ordered;

    /** Takes in a key, which must not be here. */
    void add(ViewKey key) {
        if (ordered == null) {
            entered.add(key);
        } else {
            ordered.add(key);
        }
    }

    /** Lets go of a key, which must be here. */
    void remove(ViewKey key) {
        if (ordered == null) {
            left.add(key);
            crossOutIfMany();
        } else {
            ordered.remove(key);
        }
    }

    int size() {
        return ordered == null ? entered.size() - left.size() : ordered.size();
    }

    /** All of them, some at a time. */
    List<List<ViewKey>> parts() {
        var all = all();
        var parts = new ArrayList<List<ViewKey>>();
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_A_TIME)));
        }
        return parts;
    }

    /** The first in the order of keys; there must be one. */
    ViewKey first() {
        if (ordered == null) {
            ordered = new TreeSet<>(all());
            entered.clear();
        }
        return ordered.first();
    }

    private List<ViewKey> all() {
        if (ordered != null) {
            return new ArrayList<>(ordered);
        }
        crossOut();
        return entered;
    }

    /** So those that have left take no more room than those that stay. */
    private void crossOutIfMany() {
        if (left.size() > AT_A_TIME && left.size() > entered.size() / 2) {
            crossOut();
        }
    }

    /** One that has left may have come again. */
    private void crossOut() {
        if (left.isEmpty()) {
            return;
        }
        var times = new HashMap<ViewKey, Integer>();
        left.forEach(key -> times.merge(key, 1, Integer::sum));
        entered.removeIf(key -> times.merge(key, -1, Integer::sum) >= 0);
        left.clear();
    }
}
