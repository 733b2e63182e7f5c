package dzvin.detector.core.view;

import dzvin.detector.core.Report;
import java.util.ArrayList;
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

    private final List<View> views;
    private final Map<View, Map<List<String>, ViewKey>> kept = new HashMap<>();

    public ViewKeys(List<View> views) {
        this.views = List.copyOf(views);
        this.views.forEach(view -> kept.put(view, new HashMap<>()));
    }

    /** The keys of a report, in the order of the views. */
    public List<ViewKey> of(Report report) {
        var keys = new ArrayList<ViewKey>(8);
        for (View view : views) {
            addKeys(view, report, keys);
        }
        return keys;
    }

    private void addKeys(View view, Report report, List<ViewKey> keys) {
        var dimensions = view.dimensions();
        if (dimensions.size() == 1) {
            for (String value : values(dimensions.get(0), report)) {
                keys.add(key(view, List.of(value)));
            }
            return;
        }
        for (List<String> values : combinations(dimensions, report)) {
            keys.add(key(view, values));
        }
    }

    private static List<List<String>> combinations(List<Dimension> dimensions, Report report) {
        List<List<String>> grown = List.of(List.of());
        for (Dimension dimension : dimensions) {
            var next = new ArrayList<List<String>>();
            for (List<String> start : grown) {
                for (String value : values(dimension, report)) {
                    next.add(appended(start, value));
                }
            }
            grown = next;
        }
        return grown;
    }

    private static List<String> appended(List<String> start, String value) {
        if (start.size() == 1) {
            return List.of(start.get(0), value);
        }
        var all = new ArrayList<String>(start);
        all.add(value);
        return List.copyOf(all);
    }

    private static List<String> values(Dimension dimension, Report report) {
        return switch (dimension) {
            case ALL -> List.of("");
            case REGION -> report.region().map(List::of).orElse(List.of());
            case FEATURE -> report.features();
            case NUMBER -> report.number().map(List::of).orElse(List.of());
            case NUMBER_BLOCK ->
                report.number().flatMap(NumberBlock::of).map(List::of).orElse(List.of());
            case SCRIPT -> report.family().map(List::of).orElse(List.of());
        };
    }

    private ViewKey key(View view, List<String> values) {
        if (view.isOpen()) {
            return new ViewKey(view.name(), KeyText.of(view.dimensions(), values));
        }
        var ofView = kept.get(view);
        var key = ofView.get(values);
        if (key == null) {
            key = new ViewKey(view.name(), KeyText.of(view.dimensions(), values));
            if (ofView.size() >= KEPT) {
                ofView.clear();
            }
            ofView.put(values, key);
        }
        return key;
    }
}
