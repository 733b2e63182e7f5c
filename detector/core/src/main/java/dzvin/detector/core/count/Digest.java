package dzvin.detector.core.count;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What evidence needs to know of one report.
 *
 * @param report its id
 * @param calledLongAgo whether the call is told to have happened more than a day before it was received
 */
public record Digest(
        String report,
        Optional<String> number,
        Optional<String> region,
        List<String> features,
        Optional<String> family,
        boolean calledLongAgo) {
    public Digest {
        Objects.requireNonNull(report, "report");
        features = List.copyOf(features);
    }
}
