package dzvin.detector.core.watch;

import dzvin.detector.core.time.TimeGrid;
import java.util.Comparator;
import java.util.List;

/**
 * How many keys of a view are watched, and which are forgotten where there would be more. A sender may make up features, so a closed
 * view is closed only where senders are honest; and numbers of three people may be made up, too.
 *
 * <p>Forgotten is a tenth at once: no key that surges; keys that a campaign has told of last; before them those that the fewest people are known of, and of
 * these the ones that have been silent longest. A made-up key has one person or few, and a key that rises soon has more.
 */
final class KeyBounds {
    static final int MOST_CLOSED = 20_000;
    static final int MOST_OPEN = 100_000;

    private static final int FORGOTTEN_AT_ONCE = 10;

    private final int mostClosed;
    private final int mostOpen;
    private final Comparator<WatchedKey> leastFirst;

    KeyBounds(TimeGrid grid, int mostClosed, int mostOpen) {
        this.mostClosed = mostClosed;
        this.mostOpen = mostOpen;
        this.leastFirst = Comparator.comparing(WatchedKey::wasTold)
                .thenComparing(watched -> watched.history().known(grid.bucketsPerHour()))
                .thenComparing(watched -> watched.history().now())
                .thenComparing(WatchedKey::key);
    }

    /** Whether a view of so many keys has no room for one more. */
    boolean isFull(long keys, boolean open) {
        return keys >= most(open);
    }

    /** The keys of a full view that are to be forgotten. */
    List<WatchedKey> least(String view, boolean open, KnownKeys keys) {
        return keys
                .all(watched ->
                        watched.key().view().equals(view) && watched.surge().isEmpty())
                .stream()
                .sorted(leastFirst)
                .limit(Math.max(1, most(open) / FORGOTTEN_AT_ONCE))
                .toList();
    }

    private int most(boolean open) {
        return open ? mostOpen : mostClosed;
    }
}
