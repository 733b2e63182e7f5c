package dzvin.detector.core.campaign;

import dzvin.detector.core.view.Dimension;
import dzvin.detector.core.view.View;
import dzvin.detector.core.view.ViewKey;
import java.util.List;

/**
 * Keys that say where and nothing else. Two scripts in one region have the region in common and no call: a place is held by a campaign, and holds none
 * together.
 */
final class Places {
    private static final String VIEW = new View(List.of(Dimension.REGION)).name();

    private Places() {}

    static boolean isPlace(ViewKey key) {
        return key.view().equals(VIEW);
    }
}
