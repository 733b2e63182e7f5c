package dzvin.bench.quality;

import java.util.List;
import java.util.Optional;

/**
 * One simulated report.
 *
 * @param region its code
 * @param features its script features
 * @param number the caller's, if the caller is one of a few
 * @param ageMillis how long before the report the phone rang
 */
record Account(String region, List<String> features, Optional<String> number, long ageMillis) {}
