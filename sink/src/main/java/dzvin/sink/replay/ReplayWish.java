package dzvin.sink.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What somebody wants to see replayed.
 *
 * @param since received time from which on; nothing: from the beginning
 * @param until up to but without; nothing: to the end as it is now
 * @param policies one, or some to be compared; each has a run of its own
 * @param speed so many times as fast as it was; nothing: as fast as it goes
 */
public record ReplayWish(
        Optional<Instant> since, Optional<Instant> until, List<String> policies, OptionalDouble speed) {
    /** Each run has memory and pages of its own. */
    public static final int MOST_POLICIES = 4;

    private static final double HIGHEST_SPEED = 1_000_000;

    /** @throws IllegalArgumentException with what must be changed */
    public ReplayWish {
        policies = List.copyOf(policies);
        if (policies.isEmpty() || policies.size() > MOST_POLICIES) {
            throw new IllegalArgumentException(
                    "policies must be 1 to " + MOST_POLICIES + " names, got " + policies.size());
        }
        if (policies.stream().distinct().count() != policies.size()) {
            throw new IllegalArgumentException("policies must be different ones, got " + policies);
        }
        if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
            throw new IllegalArgumentException(
                    "since must be before until, got " + since.get() + " and " + until.get());
        }
        if (speed.isPresent() && !(speed.getAsDouble() > 0 && speed.getAsDouble() <= HIGHEST_SPEED)) {
            throw new IllegalArgumentException(
                    "speed must be above 0 and at most 1000000, or max, got " + speed.getAsDouble());
        }
    }
}
