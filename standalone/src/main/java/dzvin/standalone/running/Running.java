package dzvin.standalone.running;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root of a process. What started last closes first. SIGTERM and SIGINT end {@link #awaitShutdown()}; the
 * JVM then waits until everything is closed, and exits with status 0, for it did what it was told.
 */
public final class Running implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Running.class);
    private static final long SECONDS_TO_CLOSE = 25;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    public Running() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "dzvin-shutdown"));
    }

    /** Starts a part that is closed with the others, whatever becomes of its start. */
    public <T extends AutoCloseable> T start(T part, Consumer<T> start) {
        parts.push(part);
        start.accept(part);
        return part;
    }

    /** A part that needs no start. */
    public <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Returns when the process is asked to stop. */
    public void awaitShutdown() {
        awaitShutdown(() -> {});
    }

    /** Looks again and again whether the process may go on, until it is asked to stop. A look that throws ends it. */
    public void awaitShutdown(Runnable look) {
        try {
            while (!asked.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                look.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
        if (wasAsked()) {
            log.atInfo().log("everything is closed");
        }
        closed.countDown();
    }

    /** A start that failed has told its one sentence, and nobody wants to know what was closed then. */
    private boolean wasAsked() {
        return asked.getCount() == 0;
    }

    /** One part that will not close must not keep the others open. */
    private void close(AutoCloseable part) {
        try {
            part.close();
            if (wasAsked()) {
                log.atInfo()
                        .addKeyValue("part", part.getClass().getSimpleName())
                        .log("closed");
            }
        } catch (Exception e) {
            log.atWarn()
                    .setCause(e)
                    .addKeyValue("part", part.getClass().getSimpleName())
                    .log("a part did not close cleanly");
        }
    }

    /** Runs when a signal came, but also when the process ends by itself: then all is closed already. */
    private void stopAndWait() {
        if (closed.getCount() == 0) {
            return;
        }
        asked.countDown();
        try {
            boolean clean = closed.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
            Runtime.getRuntime().halt(clean ? 0 : 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
