package dzvin.detector.core.count;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What evidence needs to know of one report. Times are epoch milliseconds. Immutable; no record, for there is one for each report of the
 * latest days, and what is optional would be an object more for each of its parts.
 */
public final class Digest {
    private static final long LONG_AGO = Duration.ofHours(24).toMillis();

    private final String report;
    private final long receivedAt;
    private final OptionalLong calledAt;
    private final long packedNumber;
    /** A number that cannot be packed, or null. */
    private final String otherNumber;

    private final String region;
    private final List<String> features;
    private final String family;

    /**
     * @param report its id
     * @param calledAt as told
     */
    public Digest(
            String report,
            long receivedAt,
            OptionalLong calledAt,
            Optional<String> number,
            Optional<String> region,
            List<String> features,
            Optional<String> family) {
        this.report = Objects.requireNonNull(report, "report");
        this.receivedAt = receivedAt;
        this.calledAt = Objects.requireNonNull(calledAt, "calledAt");
        this.packedNumber = number.isPresent() ? PackedNumber.of(number.get()) : PackedNumber.NONE;
        this.otherNumber = packedNumber == PackedNumber.NONE ? number.orElse(null) : null;
        this.region = region.orElse(null);
        this.features = List.copyOf(features);
        this.family = family.orElse(null);
    }

    /** The report's id. */
    public String report() {
        return report;
    }

    public long receivedAt() {
        return receivedAt;
    }

    /** As told. */
    public OptionalLong calledAt() {
        return calledAt;
    }

    public Optional<String> number() {
        return packedNumber == PackedNumber.NONE
                ? Optional.ofNullable(otherNumber)
                : Optional.of(PackedNumber.text(packedNumber));
    }

    /** Whether there is a {@link #number}. */
    public boolean hasNumber() {
        return packedNumber != PackedNumber.NONE || otherNumber != null;
    }

    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    public List<String> features() {
        return features;
    }

    public Optional<String> family() {
        return Optional.ofNullable(family);
    }

    /** Whether the call is told to have happened more than a day before it was received. */
    public boolean calledLongAgo() {
        return calledAt.isPresent() && receivedAt - calledAt.getAsLong() > LONG_AGO;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest
                && report.equals(digest.report)
                && receivedAt == digest.receivedAt
                && calledAt.equals(digest.calledAt)
                && packedNumber == digest.packedNumber
                && Objects.equals(otherNumber, digest.otherNumber)
                && Objects.equals(region, digest.region)
                && features.equals(digest.features)
                && Objects.equals(family, digest.family);
    }

    @Override
    public int hashCode() {
        return report.hashCode();
    }

    @Override
    public String toString() {
        return "Digest[" + report + "]";
    }
}
