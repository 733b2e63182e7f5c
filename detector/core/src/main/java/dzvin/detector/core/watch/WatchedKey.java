package dzvin.detector.core.watch;

import dzvin.detector.core.baseline.KeyHistory;
import dzvin.detector.core.view.ViewKey;
import java.util.Optional;

/**
 * A key, what is known of it, and whether it surges now.
 *
 * @param open whether its view is open
 * @param toldUntil buckets before this one were told of by a campaign that has ended: no window that holds one of them begins a surge
 */
public record WatchedKey(ViewKey key, boolean open, KeyHistory history, Optional<Surge> surge, long toldUntil) {
    private static final long NEVER = Long.MIN_VALUE;

    /** A key at its first sight. */
    static WatchedKey first(ViewKey key, boolean open, KeyHistory history) {
        return new WatchedKey(key, open, history, Optional.empty(), NEVER);
    }

    WatchedKey with(Surge begun) {
        return new WatchedKey(key, open, history, Optional.of(begun), toldUntil);
    }

    WatchedKey calm() {
        return new WatchedKey(key, open, history, Optional.empty(), toldUntil);
    }

    WatchedKey told(long until) {
        return new WatchedKey(key, open, history, Optional.empty(), until);
    }
}
