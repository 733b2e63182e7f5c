package dzvin.sink.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the feed until it is closed. What ends it too early is the health check's business. */
public final class FeedThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FeedThread.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Feed feed;
    private final Consumer<byte[], byte[]> consumer;
    private final Closing closing = new Closing();
    private final Thread thread = new Thread(this::run, "sink-read-model");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch upToDate = new CountDownLatch(1);
    private volatile String failure;

    public FeedThread(Feed feed, Consumer<byte[], byte[]> consumer) {
        this.feed = feed;
        this.consumer = consumer;
    }

    public void start() {
        thread.start();
    }

    /** Gives the feed some time to catch up; {@link #notReady} says whether that was enough. */
    public void await(Duration patience) {
        try {
            boolean inTime = upToDate.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!inTime) {
                log.atWarn().log("campaigns and alerts are still being read; the console shows them when that is done");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What ended the feed. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** What the console still waits for. */
    public Optional<String> notReady() {
        if (failure != null) {
            return failure();
        }
        return feed.caughtUp() ? Optional.empty() : Optional.of("campaigns and alerts are still being read from Kafka");
    }

    private void run() {
        try (closing) {
            boolean goOn = stopping.getCount() > 0;
            while (goOn) {
                var pause = feed.turn() ? Duration.ZERO : PAUSE;
                if (feed.caughtUp()) {
                    upToDate.countDown();
                }
                goOn = !stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (WakeupException e) {
            if (stopping.getCount() > 0) {
                fail(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException e) {
        failure = "the read model's feed stopped: " + e;
        log.atError().setCause(e).log("the read model's feed stopped");
    }

    @Override
    public void close() {
        stopping.countDown();
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Closing implements AutoCloseable {
        @Override
        public void close() {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(5)));
        }
    }
}
