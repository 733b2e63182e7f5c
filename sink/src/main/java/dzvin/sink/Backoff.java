package dzvin.sink;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: doubling from {@code first} up to {@code longest}, of which a random half
 * is cut off so that many channels that failed together do not come back together.
 */
record Backoff(Duration first, Duration longest, DoubleSupplier random) {
    /** Quick enough to hide a restart of the receiver, slow enough not to add to its trouble. */
    static final Backoff USUAL = new Backoff(
            Duration.ofSeconds(1),
            Duration.ofMinutes(2),
            () -> ThreadLocalRandom.current().nextDouble());

    /** Past it doubling cannot matter any more, and would overflow. */
    private static final int MOST_DOUBLINGS = 30;

    Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "back-off must start above zero and not end below its start, got " + first + " to " + longest);
        }
    }

    /** @param failures attempts that failed in a row, at least one */
    Duration after(int failures) {
        long doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        double whole = Math.min(Math.scalb((double) first.toMillis(), (int) doublings), (double) longest.toMillis());
        return Duration.ofMillis((long) (whole / 2 + whole / 2 * random.getAsDouble()));
    }
}
