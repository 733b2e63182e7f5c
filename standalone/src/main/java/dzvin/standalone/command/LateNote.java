package dzvin.standalone.command;

import dzvin.detector.core.count.PartitionCounts;
import java.util.List;

/** What a person should know about a history whose order is not that of its times. */
final class LateNote {
    private LateNote() {}

    static List<String> of(PartitionCounts counts) {
        return counts.late() == 0
                ? List.of()
                : List.of("out of order by more than the policy's grace, and counted as late: " + counts.late()
                        + " reports");
    }
}
