package dzvin.bench.quality;

import java.util.List;
import java.util.Optional;

/**
 * One simulated report.
 *
 * @param region its code
 * @param features its script features
 * @param number the caller's, if it was told
 * @param ageMillis how long before the report the phone rang
 * @param reporter who reports; absent: somebody who reports this once
 */
record Account(
        String region, List<String> features, Optional<String> number, long ageMillis, Optional<String> reporter) {
    /** By somebody who reports this once. */
    Account(String region, List<String> features, Optional<String> number, long ageMillis) {
        this(region, features, number, ageMillis, Optional.empty());
    }

    Account withNumber(String told) {
        return new Account(region, features, Optional.of(told), ageMillis, reporter);
    }
}
