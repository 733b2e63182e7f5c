package dzvin.sink.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Events on their way to one reader. What it missed comes first, then what happens. A reader that falls too far
 * behind is dropped, and resumes from its last position when it comes back: a slow reader costs bounded memory.
 */
public final class Follower implements AutoCloseable {
    /** Wakes a reader that waits, to tell it that nothing more will come. */
    private static final Event END = new Event(Position.START, "end", new byte[0]);

    private final ReadModel model;
    private final List<Event> missed;
    private final BlockingQueue<Event> coming;
    private int taken;
    private volatile boolean dropped;

    Follower(ReadModel model, List<Event> missed, int backlog) {
        this.model = model;
        this.missed = List.copyOf(missed);
        this.coming = new ArrayBlockingQueue<>(backlog);
    }

    /** The next event, or none within the given time. For one thread. */
    public Optional<Event> next(Duration patience) throws InterruptedException {
        if (taken < missed.size()) {
            return Optional.of(missed.get(taken++));
        }
        return Optional.ofNullable(coming.poll(patience.toMillis(), TimeUnit.MILLISECONDS))
                .filter(event -> !event.type().equals(END.type()));
    }

    /** False when the reader was too slow or the service stops: no event is missing before that. */
    public boolean goesOn() {
        return !dropped || taken < missed.size() || !coming.isEmpty();
    }

    void offer(Event event) {
        if (!dropped && !coming.offer(event)) {
            drop();
        }
    }

    /** Where the queue is full nobody waits at its other end, and the sign is not needed. */
    @SuppressWarnings("ReturnValueIgnored")
    void drop() {
        dropped = true;
        coming.offer(END);
    }

    @Override
    public void close() {
        model.forget(this);
    }
}
