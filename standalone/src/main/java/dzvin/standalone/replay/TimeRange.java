package dzvin.standalone.replay;

import dzvin.schemas.avro.Report;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The stretch of received time that is replayed.
 *
 * @param since from then on
 * @param until up to but without
 */
public record TimeRange(Optional<Instant> since, Optional<Instant> until) {
    /** All of history. */
    public static final TimeRange ALL = new TimeRange(Optional.empty(), Optional.empty());

    public TimeRange {
        if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
            throw new IllegalArgumentException(
                    "--since must be before --until, got " + since.get() + " and " + until.get());
        }
    }

    /** The same listener, hearing this stretch only. */
    History.Listener within(History.Listener listener) {
        long from = since.map(TimeRange::ceiling).orElse(Long.MIN_VALUE);
        long to = until.map(TimeRange::ceiling).orElse(Long.MAX_VALUE);
        return new History.Listener() {
            @Override
            public void report(int partition, Report report) {
                long at = report.getReceivedAt().toEpochMilli();
                if (from <= at && at < to) {
                    listener.report(partition, report);
                }
            }

            @Override
            public void heartbeat(int partition, long at) {
                if (from <= at && at < to) {
                    listener.heartbeat(partition, at);
                }
            }
        };
    }

    /** Records have times in whole milliseconds: the first of them that is not before the instant. */
    private static long ceiling(Instant instant) {
        var whole = instant.truncatedTo(ChronoUnit.MILLIS);
        return whole.equals(instant) ? whole.toEpochMilli() : whole.toEpochMilli() + 1;
    }
}
