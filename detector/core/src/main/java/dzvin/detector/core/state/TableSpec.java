package dzvin.detector.core.state;

/**
 * A table that a stage keeps.
 *
 * @param name kebab-case, unique over all stages; stores and changelogs are named after it, so a rename loses state
 * @param codec how its values are written down
 * @param use what its rows are read for
 */
public record TableSpec<V>(String name, StateCodec<V> codec, Use use) {
    /** A table that is asked at any time. */
    public TableSpec(String name, StateCodec<V> codec) {
        this(name, codec, Use.LOOKUP);
    }

    /** A table that is only read when its stage begins anew, since the stage holds what it needs in objects of its own. */
    public static <V> TableSpec<V> forRestart(String name, StateCodec<V> codec) {
        return new TableSpec<>(name, codec, Use.RESTART);
    }

    /** What rows are read for. */
    public enum Use {
        LOOKUP,
        RESTART
    }
}
