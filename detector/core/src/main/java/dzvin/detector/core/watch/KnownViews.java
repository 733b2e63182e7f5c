package dzvin.detector.core.watch;

import dzvin.detector.core.baseline.ViewKnowledge;
import dzvin.detector.core.baseline.ViewKnowledgeCodec;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of each view as a whole. Used by one thread. */
final class KnownViews {
    static final TableSpec<ViewKnowledge> TABLE = TableSpec.forRestart("view-knowledge", new ViewKnowledgeCodec());

    private final Table<ViewKnowledge> table;
    private final Map<String, ViewKnowledge> views = new HashMap<>();

    KnownViews(Table<ViewKnowledge> table) {
        this.table = table;
        table.forEach(views::put);
    }

    ViewKnowledge of(String view) {
        return views.getOrDefault(view, ViewKnowledge.NOTHING);
    }

    void put(String view, ViewKnowledge knowledge) {
        if (!knowledge.equals(views.put(view, knowledge))) {
            table.put(view, knowledge);
        }
    }

    /** Forgets to this share how much keys vary. */
    void fade(double keep) {
        List.copyOf(views.keySet()).forEach(view -> put(view, of(view).faded(keep)));
    }
}
