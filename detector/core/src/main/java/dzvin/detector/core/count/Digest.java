package dzvin.detector.core.count;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What evidence needs to know of one report. Times are epoch milliseconds.
 *
 * @param report its id
 * @param calledAt as told
 */
public record Digest(
        String report,
        long receivedAt,
        OptionalLong calledAt,
        Optional<String> number,
        Optional<String> region,
        List<String> features,
        Optional<String> family) {
    private static final long LONG_AGO = Duration.ofHours(24).toMillis();

    public Digest {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(calledAt, "calledAt");
        features = List.copyOf(features);
    }

    /** Whether the call is told to have happened more than a day before it was received. */
    public boolean calledLongAgo() {
        return calledAt.isPresent() && receivedAt - calledAt.getAsLong() > LONG_AGO;
    }
}
