package dzvin.detector.core.watch;

import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** When each key is to be looked at, so that not all of them are looked at each day. Used by one thread. */
final class Reviews {
    private final TreeMap<Long, List<ViewKey>> byHour = new TreeMap<>();
    /** The hour that was last set, which is nearly always the next one, too, and its keys. */
    private long lastHour;

    private List<ViewKey> keysOfLastHour;

    /** A key is to be looked at in an hour, or as soon after it as anybody looks. */
    void set(ViewKey key, long hour) {
        if (keysOfLastHour == null || hour != lastHour) {
            lastHour = hour;
            keysOfLastHour = byHour.computeIfAbsent(hour, any -> new ArrayList<>());
        }
        keysOfLastHour.add(key);
    }

    /** Those whose time has come by an hour; each is told once. */
    List<ViewKey> due(long hour) {
        var past = byHour.headMap(hour, true);
        var due = new ArrayList<ViewKey>();
        past.values().forEach(due::addAll);
        past.clear();
        keysOfLastHour = null;
        return due;
    }

    /** These keys are not to be looked at any more. */
    void remove(Set<ViewKey> keys) {
        byHour.values().forEach(due -> due.removeIf(keys::contains));
    }
}
