package dzvin.detector.core.state;

import java.util.HashMap;
import java.util.Map;

/** Tables that last as long as the object. */
final class MemoryTables implements Tables {
    private final Map<String, Table<?>> tables = new HashMap<>();
    private final boolean forRestart;

    /** @param forRestart whether to keep what only a restart would read */
    MemoryTables(boolean forRestart) {
        this.forRestart = forRestart;
    }

    @Override
    @SuppressWarnings("unchecked") // a name belongs to one spec, hence to one type
    public <V> Table<V> table(TableSpec<V> spec) {
        return (Table<V>) tables.computeIfAbsent(spec.name(), name -> made(spec));
    }

    private Table<?> made(TableSpec<?> spec) {
        return forRestart || spec.use() == TableSpec.Use.LOOKUP ? new MemoryTable<>() : new NoTable<>();
    }
}
