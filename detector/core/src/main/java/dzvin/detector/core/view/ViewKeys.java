package dzvin.detector.core.view;

import dzvin.detector.core.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that count a report, one or more for each view; none for a view of which the report lacks a dimension.
 *
 * <p>Keys of closed views are few and come back with every report, so they are kept and handed out again. Used by one thread.
 */
public final class ViewKeys {
    /** Kept at the most, since a sender may make up regions and features; then all are dropped and kept anew. */
    private static final int KEPT = 1 << 16;

    private final List<Grouping> groupings;

    public ViewKeys(List<View> views) {
        this.groupings = views.stream().map(Grouping::new).toList();
    }

    /** The keys of a report, in the order of the views. */
    public List<ViewKey> of(Report report) {
        var keys = new ArrayList<ViewKey>(8);
        for (Grouping grouping : groupings) {
            grouping.addKeys(report, keys);
        }
        return keys;
    }

    /** One view, with the keys that it has made. */
    private static final class Grouping {
        private final String name;
        private final List<Dimension> dimensions;
        private final boolean keeps;
        private final String[] values;
        private Node root = new Node();
        private int kept;

        Grouping(View view) {
            this.name = view.name();
            this.dimensions = view.dimensions();
            this.keeps = !view.isOpen();
            this.values = new String[dimensions.size()];
        }

        void addKeys(Report report, List<ViewKey> keys) {
            if (kept >= KEPT) {
                root = new Node();
                kept = 0;
            }
            addKeys(0, root, report, keys);
        }

        private void addKeys(int depth, Node node, Report report, List<ViewKey> keys) {
            if (depth == values.length) {
                keys.add(keyOf(node));
                return;
            }
            var dimension = dimensions.get(depth);
            if (dimension == Dimension.FEATURE) {
                for (String feature : report.features()) {
                    descend(depth, feature, node, report, keys);
                }
                return;
            }
            var value = value(dimension, report);
            if (value != null) {
                descend(depth, value, node, report, keys);
            }
        }

        private void descend(int depth, String value, Node node, Report report, List<ViewKey> keys) {
            values[depth] = value;
            addKeys(depth + 1, keeps ? node.next.computeIfAbsent(value, any -> new Node()) : node, report, keys);
        }

        private ViewKey keyOf(Node node) {
            if (!keeps) {
                return new ViewKey(name, KeyText.of(dimensions, Arrays.asList(values)));
            }
            if (node.key == null) {
                node.key = new ViewKey(name, KeyText.of(dimensions, Arrays.asList(values)));
                kept++;
            }
            return node.key;
        }

        /** The report's value of a dimension of which it has one at the most, or null. */
        private static String value(Dimension dimension, Report report) {
            return switch (dimension) {
                case ALL, FEATURE -> "";
                case REGION -> report.region().orElse(null);
                case NUMBER -> report.number().orElse(null);
                case NUMBER_BLOCK -> report.number().flatMap(NumberBlock::of).orElse(null);
                case SCRIPT -> report.family().orElse(null);
            };
        }
    }

    /** Where the values so far have led. */
    private static final class Node {
        private final Map<String, Node> next = new HashMap<>(4);
        private ViewKey key;
    }
}
