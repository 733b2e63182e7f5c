package dzvin.detector.core.campaign;

import dzvin.detector.core.view.Dimension;
import dzvin.detector.core.view.View;
import dzvin.detector.core.view.ViewKey;
import java.util.List;
import java.util.Set;

/**
 * Keys that say where and nothing else. Two scripts in one region have the region in common and no call: a place is held by a campaign of which words are
 * known, and joins none to it.
 */
final class Places {
    private static final String VIEW = new View(List.of(Dimension.REGION)).name();
    private static final Set<String> WORDS = Set.of(Dimension.FEATURE.word(), Dimension.SCRIPT.word());

    private Places() {}

    static boolean isPlace(ViewKey key) {
        return key.view().equals(VIEW);
    }

    /** Whether a key names what was said. */
    static boolean hasWords(ViewKey key) {
        return List.of(key.view().split("\\+", -1)).stream().anyMatch(WORDS::contains);
    }
}
