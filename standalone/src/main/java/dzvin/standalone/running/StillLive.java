package dzvin.standalone.running;

import dzvin.standalone.failure.CannotRunException;
import dzvin.telemetry.Telemetry;

/**
 * Ends a process one of whose parts has stopped for good. It would answer 503 for ever, and what restarts processes often looks
 * at their end alone.
 */
public final class StillLive {
    private StillLive() {}

    /** To be asked again and again, of whoever this is. */
    public static void require(String who, Telemetry telemetry) {
        var failures = telemetry.health().notLive();
        if (!failures.isEmpty()) {
            throw new CannotRunException(who + " cannot go on: " + String.join("; ", failures.values()));
        }
    }
}
