package dzvin.detector.core.decide;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What came of early words when a bucket closed.
 *
 * @param superseded by id of a final alert of this bucket: the early alerts whose place it takes
 * @param others early alerts, in their second revision, whose place no final alert takes: what they told of was found to belong
 *     to a campaign that lives, or was not found
 * @param unconfirmed keys told early that do not surge now that the bucket has closed
 */
public record Settlement(SortedMap<UUID, List<UUID>> superseded, List<EarlyAlert> others, int unconfirmed) {
    /** Nothing to settle. */
    public static final Settlement NOTHING = new Settlement(Collections.emptySortedMap(), List.of(), 0);

    public Settlement {
        superseded = Collections.unmodifiableSortedMap(new TreeMap<>(superseded));
        others = List.copyOf(others);
    }
}
