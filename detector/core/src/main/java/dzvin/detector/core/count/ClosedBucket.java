package dzvin.detector.core.count;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a bucket counted, once no source partition will add to it: what decisions are taken on.
 *
 * @param bucket its index
 * @param cells at most one for each key, in the order of keys
 * @param earlier cells of earlier buckets that come to light only now, in the order of keys, then buckets: those of a key
 *     that was too young to be passed on until this bucket
 * @param late what came after its own bucket had closed, in the order of keys, then buckets
 * @param live by name of the view
 */
public record ClosedBucket(
        long bucket, List<KeyCell> cells, List<KeyCell> earlier, List<KeyCell> late, SortedMap<String, LiveKeys> live) {
    public ClosedBucket {
        cells = List.copyOf(cells);
        earlier = List.copyOf(earlier);
        late = List.copyOf(late);
        live = Collections.unmodifiableSortedMap(new TreeMap<>(live));
    }

    /** When the newest of its reports that are sampled was received, in epoch milliseconds; none if it has none. */
    public OptionalLong newestReport() {
        return cells.stream()
                .flatMap(cell -> cell.cell().voices().stream())
                .mapToLong(voice -> voice.digest().receivedAt())
                .max();
    }
}
