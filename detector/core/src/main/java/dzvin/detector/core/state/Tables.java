package dzvin.detector.core.state;

/** Gives a stage its tables. */
public interface Tables {
    /** The table of this name; the same one each time. */
    <V> Table<V> table(TableSpec<V> spec);

    /** Tables in memory. */
    static Tables inMemory() {
        return new MemoryTables(true);
    }

    /** Tables in memory of a run that nobody will take up again: what only a restart would read is not kept. */
    static Tables ofOneRun() {
        return new MemoryTables(false);
    }
}
