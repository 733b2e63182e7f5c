package dzvin.sink;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns one channel's runner until it is closed. A bug in a channel ends its thread, and health says so. */
final class ChannelThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ChannelThread.class);

    private final Channel channel;
    private final Mailbox mailbox;
    private final ChannelRunner runner;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile String failure;

    ChannelThread(Channel channel, Mailbox mailbox, ChannelRunner runner) {
        this.channel = channel;
        this.mailbox = mailbox;
        this.runner = runner;
        this.thread = new Thread(this::run, "sink-" + channel.name());
    }

    void start() {
        thread.start();
    }

    /** What ended the thread too early, for the liveness check. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void run() {
        try (channel;
                mailbox) {
            while (!stopping) {
                runner.turn();
            }
        } catch (WakeupException e) {
            if (!stopping) {
                fail(e);
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException e) {
        failure = "channel " + channel.name() + " stopped: " + e;
        log.atError().addKeyValue("channel", channel.name()).setCause(e).log("channel stopped");
    }

    /** Waits for the delivery under way; its alert is kept as progress or delivered again at the next start. */
    @Override
    public void close() {
        stopping = true;
        mailbox.wakeUp();
        try {
            thread.join(Duration.ofSeconds(20).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
