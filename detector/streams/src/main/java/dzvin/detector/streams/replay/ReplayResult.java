package dzvin.detector.streams.replay;

import dzvin.detector.core.count.PartitionCounts;
import dzvin.schemas.avro.Alert;
import java.util.List;

/**
 * What a replay came to.
 *
 * @param counts what became of the reports
 * @param signals how many were written
 * @param campaigns how many different ones
 * @param alerts in the order in which they rang
 */
public record ReplayResult(PartitionCounts counts, long signals, long campaigns, List<Alert> alerts) {
    public ReplayResult {
        alerts = List.copyOf(alerts);
    }
}
