package dzvin.detector.core.watch;

import dzvin.detector.core.baseline.KeyHistory;
import dzvin.detector.core.scan.ShiryaevRoberts;
import dzvin.detector.core.view.ViewKey;
import java.util.Optional;

/**
 * A key, what is known of it, and whether it surges now.
 *
 * @param open whether its view is open
 * @param toldUntil buckets before this one were told of by a campaign that has ended: no window that holds one of them begins a surge
 * @param starts evidence over all starts, of a key of a closed view
 */
public record WatchedKey(
        ViewKey key,
        boolean open,
        KeyHistory history,
        Optional<Surge> surge,
        long toldUntil,
        Optional<ShiryaevRoberts> starts) {
    private static final long NEVER = Long.MIN_VALUE;

    /** A key at its first sight. */
    static WatchedKey first(ViewKey key, boolean open, KeyHistory history) {
        return new WatchedKey(
                key,
                open,
                history,
                Optional.empty(),
                NEVER,
                open ? Optional.empty() : Optional.of(new ShiryaevRoberts()));
    }

    /** Whether a campaign has told of it. */
    boolean wasTold() {
        return toldUntil != NEVER;
    }

    WatchedKey with(Surge begun) {
        return new WatchedKey(key, open, history, Optional.of(begun), toldUntil, starts);
    }

    WatchedKey calm() {
        return new WatchedKey(key, open, history, Optional.empty(), toldUntil, starts);
    }

    WatchedKey told(long until) {
        return new WatchedKey(key, open, history, Optional.empty(), until, starts);
    }

    /** What it counted until now is told, or shown by its surge: evidence over all starts begins anew when it is looked at next. */
    void startAnew() {
        starts.ifPresent(ShiryaevRoberts::stop);
    }
}
