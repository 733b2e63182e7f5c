package dzvin.detector.core.state;

/**
 * A table that a stage keeps.
 *
 * @param name kebab-case, unique over all stages; stores and changelogs are named after it, so a rename loses state
 * @param codec how its values are written down
 */
public record TableSpec<V>(String name, StateCodec<V> codec) {}
