package dzvin.ingest.step;

import java.util.Optional;

/** Finds the near-duplicate family that the words of a call belong to. */
@FunctionalInterface
public interface ScriptFamilies {
    /** Until families are computed, no report has one. */
    ScriptFamilies NONE = words -> Optional.empty();

    /** The family of these words, if they have one. */
    Optional<String> family(String words);
}
