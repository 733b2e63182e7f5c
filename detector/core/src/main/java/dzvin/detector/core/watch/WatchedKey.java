package dzvin.detector.core.watch;

import dzvin.detector.core.baseline.KeyHistory;
import dzvin.detector.core.view.ViewKey;
import java.util.Optional;

/**
 * A key, what is known of it, and whether it surges now.
 *
 * @param open whether its view is open
 */
public record WatchedKey(ViewKey key, boolean open, KeyHistory history, Optional<Surge> surge) {
    WatchedKey with(Surge begun) {
        return new WatchedKey(key, open, history, Optional.of(begun));
    }

    WatchedKey calm() {
        return new WatchedKey(key, open, history, Optional.empty());
    }
}
