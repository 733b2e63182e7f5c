package dzvin.sink.replay;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The replays of a console: one runs at a time, for it takes a core; the latest few stay to be looked at, for as long as the process
 * lives. Thread-safe.
 */
public final class ReplayDesk implements AutoCloseable {
    private static final int KEPT = 3;
    private static final int ID_BYTES = 8;

    private final SecureRandom random = new SecureRandom();
    private final Replayer replayer;
    private final List<WatchedReplay> replays = new ArrayList<>();

    public ReplayDesk(Replayer replayer) {
        this.replayer = replayer;
    }

    /** A replay is under way. */
    public static final class BusyException extends Exception {
        private static final long serialVersionUID = 1L;

        BusyException() {
            super("a replay is under way already: stop it, or wait for its end");
        }
    }

    /** Names of the policies to choose from. */
    public List<String> policies() {
        return replayer.policies();
    }

    /** The latest first. */
    public synchronized List<WatchedReplay> all() {
        var all = new ArrayList<>(replays);
        Collections.reverse(all);
        return all;
    }

    public synchronized Optional<WatchedReplay> find(String id) {
        return replays.stream().filter(replay -> replay.id().equals(id)).findFirst();
    }

    /**
     * Begins one.
     *
     * @throws IllegalArgumentException if a policy has no such name
     */
    public synchronized WatchedReplay start(ReplayWish wish) throws BusyException {
        for (String policy : wish.policies()) {
            if (!replayer.policies().contains(policy)) {
                throw new IllegalArgumentException(
                        "policies must be of " + String.join(", ", replayer.policies()) + ", got " + policy);
            }
        }
        if (replays.stream().anyMatch(replay -> replay.state() == WatchedReplay.State.RUNNING)) {
            throw new BusyException();
        }
        while (replays.size() >= KEPT) {
            replays.remove(0).forget();
        }
        var name = new byte[ID_BYTES];
        random.nextBytes(name);
        var replay = new WatchedReplay(HexFormat.of().formatHex(name), wish, replayer);
        replays.add(replay);
        replay.start();
        return replay;
    }

    @Override
    public synchronized void close() {
        replays.forEach(WatchedReplay::forget);
    }
}
