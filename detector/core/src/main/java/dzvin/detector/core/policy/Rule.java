package dzvin.detector.core.policy;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a single value must be.
 *
 * @param text as it follows the key in a message: {@code must be …}
 * @param reader the value, empty if the text breaks the rule
 * @param writer the value as it stands in files
 */
record Rule<V>(String text, Function<String, Optional<V>> reader, Function<V, String> writer) {}
