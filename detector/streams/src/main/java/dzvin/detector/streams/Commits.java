package dzvin.detector.streams;

import dzvin.detector.core.policy.Policy;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a task asks for a commit before Kafka Streams' own interval is over: at once for what the live stream waits for, though not more often
 * than its pause allows, for each commit is a transaction of every task of the thread; and each second for all else, unless the process is
 * at a {@link Pace} at which that would cost too much. Used by one thread.
 */
final class Commits {
    private static final long PAUSE_MILLIS = 100;
    private static final long USUAL_PAUSE_MILLIS = 1_000;
    /** So that what was asked for too soon is soon asked for again, and the end of much work is noticed. */
    private static final Duration TICK = Duration.ofMillis(50);

    private final ProcessorContext<?, ?> context;
    private final Pace pace;
    /** A report of longer ago is history that is caught up with: a word of it would come late in any case. */
    private final long live;

    private long last = Long.MIN_VALUE;
    private boolean worked;
    /** Somebody waits for what has been sent since the last time that a commit was asked for. */
    private boolean awaited;

    Commits(ProcessorContext<?, ?> context, Policy policy, Pace pace) {
        this.context = context;
        this.pace = pace;
        this.live = policy.bucket().toMillis() + policy.grace().toMillis();
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    /** Whether a time is so near that somebody waits for what comes of it. */
    boolean isLive(long at) {
        return Math.abs(context.currentSystemTimeMs() - at) <= live;
    }

    /** A record has been taken. */
    void worked() {
        worked = true;
    }

    /** Something went on to the next stage, by a record of this time. */
    void sent(long at) {
        if (isLive(at)) {
            commitSoon();
        }
    }

    /** Something went on to the next stage that somebody waits for: asks at once, or as soon as the pause is over. */
    void commitSoon() {
        awaited = true;
        askAfter(PAUSE_MILLIS);
    }

    private void tick(long now) {
        boolean fast = pace.isFast(now);
        if (awaited) {
            askAfter(PAUSE_MILLIS);
        } else if (worked && !fast) {
            askAfter(USUAL_PAUSE_MILLIS);
        }
    }

    private void askAfter(long pause) {
        long now = context.currentSystemTimeMs();
        // A clock that was set back must not hold commits up until the old time has come again.
        if (last == Long.MIN_VALUE || now < last || now - last >= pause) {
            last = now;
            worked = false;
            awaited = false;
            context.commit();
        }
    }
}
