package dzvin.detector.core;

import dzvin.detector.core.policy.Policy;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * What comes after the last report: every bucket closes, and hours pass in which nothing is said, until no campaign is open, within
 * reason.
 */
public final class Silence {
    private static final long STEP = Duration.ofHours(1).toMillis();
    /** Beyond the policy's own silence; a campaign that has not ended by then is left as it is. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private final Policy policy;

    public Silence(Policy policy) {
        this.policy = policy;
    }

    /**
     * Lets it pass.
     *
     * @param last largest time of any report, {@link Long#MIN_VALUE} if there was none: then nothing has to end
     * @param clock hears the time
     * @param calm whether no campaign is open
     */
    public void after(long last, LongConsumer clock, BooleanSupplier calm) {
        if (last == Long.MIN_VALUE) {
            return;
        }
        long at = last + policy.bucket().toMillis() + policy.grace().toMillis();
        long end = at + policy.stages().endedAfter().plus(PATIENCE).toMillis();
        clock.accept(at);
        while (!calm.getAsBoolean() && at < end) {
            at += STEP;
            clock.accept(at);
        }
    }
}
