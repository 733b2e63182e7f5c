package dzvin.detector.core;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One person's account of one call, as the detector counts it.
 *
 * @param id counts once
 * @param receivedAt epoch milliseconds; drives windows and buckets
 * @param calledAt epoch milliseconds, as told; dates the onset
 * @param number caller number, absent if withheld or not told
 * @param region ISO 3166-2 code
 * @param features script features, sorted and distinct
 * @param family near-duplicate family of the words
 * @param reporter pseudonym of who reported; absent: each such report counts as somebody else's
 */
public record Report(
        String id,
        long receivedAt,
        OptionalLong calledAt,
        Optional<String> number,
        Optional<String> region,
        List<String> features,
        Optional<String> family,
        Optional<String> reporter) {
    public Report {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(calledAt, "calledAt");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(reporter, "reporter");
        features = List.copyOf(features);
    }
}
