package dzvin.detector.core.state;

import java.util.HashMap;
import java.util.Map;

/** Tables that last as long as the object. */
final class MemoryTables implements Tables {
    private final Map<String, Table<?>> tables = new HashMap<>();

    @Override
    @SuppressWarnings("unchecked") // a name belongs to one spec, hence to one type
    public <V> Table<V> table(TableSpec<V> spec) {
        return (Table<V>) tables.computeIfAbsent(spec.name(), name -> new MemoryTable<V>());
    }
}
