package dzvin.ingest.codebook;

import java.util.BitSet;
import java.util.List;

/**
 * When a sentence shows a feature: one phrase of every group is there and none of the others. All are numbers of phrases.
 *
 * @param groups at least one
 * @param not phrases that speak against it
 */
record Rule(String feature, List<BitSet> groups, BitSet not) {
    boolean isShownBy(BitSet phrases) {
        return groups.stream().allMatch(phrases::intersects) && !phrases.intersects(not);
    }
}
