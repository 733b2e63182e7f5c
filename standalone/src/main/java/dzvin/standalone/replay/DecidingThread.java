package dzvin.standalone.replay;

import dzvin.detector.core.count.ClosedBucket;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Decides on closed buckets in their order while the caller goes on counting the next ones, so that both processors of a small machine
 * have work. Only so many buckets wait; then the caller waits too.
 */
final class DecidingThread implements AutoCloseable {
    private static final int MOST_WAITING = 64;
    private static final long MILLIS_BETWEEN_LOOKS = 100;
    private static final long MILLIS_TO_STOP = 10_000;
    private static final List<ClosedBucket> END = List.of();

    private final Consumer<ClosedBucket> decider;
    private final BlockingQueue<List<ClosedBucket>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::decideOnAll, "dzvin-replay-decide");
    private volatile Throwable problem;

    DecidingThread(Consumer<ClosedBucket> decider) {
        this.decider = decider;
        thread.setDaemon(true);
        thread.start();
    }

    /** Decides on them, soon. Throws what went wrong with those before. */
    void decideOn(List<ClosedBucket> buckets) {
        if (!buckets.isEmpty()) {
            put(buckets);
        }
    }

    /** Waits until everything is decided. From then on all that was decided is seen by the caller, and the thread has ended. */
    void finish() {
        put(END);
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        throwProblem();
    }

    /** Gives up what is not decided yet, and waits until nothing more is told. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(MILLIS_TO_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(List<ClosedBucket> buckets) {
        try {
            do {
                throwProblem();
                if (!thread.isAlive()) {
                    throw new IllegalStateException("the thread that decides has died");
                }
            } while (!waiting.offer(buckets, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void decideOnAll() {
        try {
            for (var buckets = waiting.take(); !buckets.isEmpty(); buckets = waiting.take()) {
                buckets.forEach(decider);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            problem = e;
        }
    }

    private void throwProblem() {
        if (problem instanceof RuntimeException exception) {
            throw exception;
        }
        if (problem instanceof Error error) {
            throw error;
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while the detector decided", e);
    }
}
