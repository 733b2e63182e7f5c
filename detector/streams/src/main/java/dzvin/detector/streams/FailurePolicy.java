package dzvin.detector.streams;

import dzvin.detector.core.state.UnfitStateException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies, by where the failure comes from.
 *
 * <p>While the registry is away the thread is replaced as often as it dies: nothing else is wrong, and a restart of the process
 * would find the registry away as well.
 *
 * <p>If Kafka did not answer in time, the thread is replaced: its work starts over from the last commit, and the world may have
 * mended. But not for ever: after {@value #REPLACEMENTS} such deaths within ten minutes this instance stops, is no longer
 * live, and whoever runs it decides.
 *
 * <p>If this machine is out of order (a full disk, no memory, a library that cannot be loaded), this instance alone stops, and the
 * others take over its tasks.
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
    private volatile UnfitStateException unfit;

    FailurePolicy(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        var origin = FailureOrigin.of(failure);
        var response = responseTo(origin);
        CauseOf.type(UnfitStateException.class, failure).ifPresent(cause -> unfit = cause);
        log.atError()
                .addKeyValue("origin", origin)
                .addKeyValue("response", response)
                .setCause(failure)
                .log("a stream thread died");
        return response;
    }

    /** Why the state was refused, if that is what stopped the detector: whoever runs it has to decide. */
    Optional<UnfitStateException> unfit() {
        return Optional.ofNullable(unfit);
    }

    private StreamThreadExceptionResponse responseTo(FailureOrigin origin) {
        return switch (origin) {
            case REGISTRY -> StreamThreadExceptionResponse.REPLACE_THREAD;
            case KAFKA ->
                mayReplace()
                        ? StreamThreadExceptionResponse.REPLACE_THREAD
                        : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            case MACHINE -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            case OURS -> StreamThreadExceptionResponse.SHUTDOWN_APPLICATION;
        };
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
