package dzvin.detector.streams;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit before its time, so that what was said early is read early; not more often than its pause allows, for each
 * commit is a transaction of every task of the thread. Used by one thread.
 */
final class CommitSoon {
    private static final long PAUSE_MILLIS = 100;

    private final ProcessorContext<?, ?> context;
    private long last = Long.MIN_VALUE;

    CommitSoon(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    void commitSoon() {
        long now = context.currentSystemTimeMs();
        if (last == Long.MIN_VALUE || now - last >= PAUSE_MILLIS) {
            last = now;
            context.commit();
        }
    }
}
