package dzvin.ingest.file;

import java.util.HashMap;
import java.util.Map;

/**
 * How often a row's content has been seen before, so that identical rows of one file get ids of their own that are the
 * same in every run. Memory is bounded: contents are forgotten after between one and two {@link #GENERATION}s of other
 * contents. Identical rows further apart than that share an id, hence count once.
 */
final class Occurrences {
    /** Contents remembered for certain; the largest daily files of the sources we know have some 40,000 rows. */
    static final int GENERATION = 1 << 16;

    private Map<Fingerprint, Integer> young = new HashMap<>();
    private Map<Fingerprint, Integer> old = new HashMap<>();

    /** 1 for content that is new, 2 for its first repeat, and so on. */
    int next(Fingerprint content) {
        var before = young.get(content);
        int now = 1 + (before != null ? before : old.getOrDefault(content, 0));
        young.put(content, now);
        if (young.size() >= GENERATION) {
            old = young;
            young = new HashMap<>();
        }
        return now;
    }
}
