package dzvin.detector.streams;

import dzvin.schemas.RegistryUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies.
 *
 * <p>If the world was broken (Kafka or the registry did not answer in time), the thread is replaced: its work starts over from
 * the last commit, and the world may have mended. But not for ever: after {@value #REPLACEMENTS} deaths within ten
 * minutes this instance stops, is no longer live, and whoever runs it decides.
 *
 * <p>Anything else is a mistake of ours or a record that no instance can digest. A new thread, here or elsewhere, would die of
 * the same record, each time after a rebalance that stops the others; so the whole application stops where the last commit
 * left it, and says so. No report is skipped to get past it: counts would be wrong in silence.
 */
final class FailurePolicy implements StreamsUncaughtExceptionHandler {
    static final int REPLACEMENTS = 10;
    private static final long WITHIN = Duration.ofMinutes(10).toNanos();
    private static final Logger log = LoggerFactory.getLogger(FailurePolicy.class);

    private final LongSupplier nanoTime;
    private final Deque<Long> replacements = new ArrayDeque<>();

    FailurePolicy(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        var response = responseTo(failure);
        log.atError().addKeyValue("response", response).setCause(failure).log("a stream thread died");
        return response;
    }

    private StreamThreadExceptionResponse responseTo(Throwable failure) {
        if (!isOfTheWorld(failure)) {
            return StreamThreadExceptionResponse.SHUTDOWN_APPLICATION;
        }
        return mayReplace()
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean isOfTheWorld(Throwable failure) {
        return CauseOf.type(RegistryUnavailableException.class, failure).isPresent()
                || CauseOf.type(RetriableException.class, failure).isPresent();
    }

    private boolean mayReplace() {
        long now = nanoTime.getAsLong();
        while (!replacements.isEmpty() && now - replacements.peekFirst() > WITHIN) {
            replacements.removeFirst();
        }
        replacements.addLast(now);
        return replacements.size() <= REPLACEMENTS;
    }
}
