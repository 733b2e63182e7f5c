package dzvin.detector.core.decide;

import java.util.OptionalDouble;

/**
 * How many reports carry a code: a region, a feature, a family, a number.
 *
 * @param expected reports that the baseline expects
 * @param perHundredThousand reports per 100,000 inhabitants, of a region whose population the policy states
 */
public record Share(String code, long reports, double expected, OptionalDouble perHundredThousand) {
    private static final double HUNDRED_THOUSAND = 100_000;

    /** Of nobody in particular. */
    public Share(String code, long reports, double expected) {
        this(code, reports, expected, OptionalDouble.empty());
    }

    /** The same as a rate. */
    public Share among(long inhabitants) {
        return new Share(code, reports, expected, OptionalDouble.of(reports * HUNDRED_THOUSAND / inhabitants));
    }
}
