package dzvin.detector.core.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Connected components of numbered nodes (union-find); each component is named by its smallest node. */
final class Components {
    private final int[] parents;

    Components(int nodes) {
        parents = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            parents[i] = i;
        }
    }

    void join(int one, int other) {
        int first = root(one);
        int second = root(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    boolean joined(int one, int other) {
        return root(one) == root(other);
    }

    /** The nodes of each component, both in ascending order. */
    List<List<Integer>> all() {
        var byRoot = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < parents.length; i++) {
            byRoot.computeIfAbsent(root(i), any -> new ArrayList<>()).add(i);
        }
        return List.copyOf(byRoot.values());
    }

    private int root(int node) {
        int at = node;
        while (parents[at] != at) {
            at = parents[at];
        }
        return at;
    }
}
