package dzvin.detector.core.count;

import dzvin.detector.core.Report;
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
    /** Stands for a time of the call that is not told. */
    static final long NOT_TOLD = Long.MIN_VALUE;

    private static final long LONG_AGO = Duration.ofHours(24).toMillis();

    private final String report;
    private final long receivedAt;
    private final long calledAt;
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
        this(
                report,
                receivedAt,
                calledAt.orElse(NOT_TOLD),
                PackedNumber.of(number),
                PackedNumber.of(number) == PackedNumber.NONE ? number.orElse(null) : null,
                region.orElse(null),
                List.copyOf(features),
                family.orElse(null));
    }

    /**
     * As it is kept.
     *
     * @param calledAt {@link #NOT_TOLD} if it is not
     * @param packedNumber {@link PackedNumber#NONE} if there is none
     * @param otherNumber a number that cannot be packed, or null
     * @param region or null
     * @param features immutable
     * @param family or null
     */
    Digest(
            String report,
            long receivedAt,
            long calledAt,
            long packedNumber,
            String otherNumber,
            String region,
            List<String> features,
            String family) {
        this.report = Objects.requireNonNull(report, "report");
        this.receivedAt = receivedAt;
        this.calledAt = calledAt;
        this.packedNumber = packedNumber;
        this.otherNumber = otherNumber;
        this.region = region;
        this.features = features;
        this.family = family;
    }

    static Digest of(Report report) {
        return new Digest(
                report.id(),
                report.receivedAt(),
                report.calledAt(),
                report.number(),
                report.region(),
                report.features(),
                report.family());
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
        return calledAt == NOT_TOLD ? OptionalLong.empty() : OptionalLong.of(calledAt);
    }

    /** {@link #NOT_TOLD} if it is not. */
    long calledAtMillis() {
        return calledAt;
    }

    boolean isCalledAtTold() {
        return calledAt != NOT_TOLD;
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

    /** {@link PackedNumber#NONE} if there is none that can be packed. */
    long packedNumber() {
        return packedNumber;
    }

    /** A number that cannot be packed, or null. */
    String otherNumber() {
        return otherNumber;
    }

    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    String regionOrNull() {
        return region;
    }

    public List<String> features() {
        return features;
    }

    public Optional<String> family() {
        return Optional.ofNullable(family);
    }

    String familyOrNull() {
        return family;
    }

    /** Whether the call is told to have happened more than a day before it was received. */
    public boolean calledLongAgo() {
        return isCalledAtTold() && receivedAt - calledAt > LONG_AGO;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest
                && report.equals(digest.report)
                && receivedAt == digest.receivedAt
                && calledAt == digest.calledAt
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
