package dzvin.detector.core.watch;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.TextMap;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The keys that are watched. Used by one thread. */
final class KnownKeys {
    static final TableSpec<WatchedKey> TABLE = TableSpec.forRestart("watched-keys", new WatchedKeyCodec());

    private final Table<WatchedKey> table;
    /** By text, which is unique over all views. */
    private final TextMap<WatchedKey> known = new TextMap<>();

    /** Keys of closed views, of which there are few, by view and text. */
    private final Map<String, TreeMap<String, WatchedKey>> closed = new HashMap<>();

    KnownKeys(Table<WatchedKey> table) {
        this.table = table;
        table.forEach((text, watched) -> hold(watched));
    }

    /** The key, or null. */
    WatchedKey get(ViewKey key) {
        return known.get(key.text());
    }

    /** The key of a text, or null. */
    WatchedKey get(String text) {
        return known.get(text);
    }

    void put(WatchedKey watched) {
        hold(watched);
        changed(watched);
    }

    /** The history of a key that is known has gone on. */
    void changed(WatchedKey watched) {
        if (table.keeps()) {
            table.put(watched.key().text(), watched);
        }
    }

    void remove(ViewKey key) {
        table.remove(key.text());
        known.remove(key.text());
        if (closed.containsKey(key.view())) {
            closed.get(key.view()).remove(key.text());
        }
    }

    /** Those that fit, in their order. */
    List<WatchedKey> all(Predicate<WatchedKey> wanted) {
        var found = new ArrayList<WatchedKey>();
        known.forEach((text, watched) -> {
            if (wanted.test(watched)) {
                found.add(watched);
            }
        });
        found.sort(Comparator.comparing(WatchedKey::key));
        return List.copyOf(found);
    }

    /** Each key of a closed view, in their order. */
    Collection<WatchedKey> ofView(String view) {
        var found = closed.get(view);
        return found == null ? List.of() : Collections.unmodifiableCollection(found.values());
    }

    private void hold(WatchedKey watched) {
        var key = watched.key();
        known.put(key.text(), watched);
        if (!watched.open()) {
            closed.computeIfAbsent(key.view(), any -> new TreeMap<>()).put(key.text(), watched);
        }
    }
}
