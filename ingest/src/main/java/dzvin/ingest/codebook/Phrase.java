package dzvin.ingest.codebook;

import java.util.BitSet;
import java.util.List;

/**
 * A run of words to listen for.
 *
 * @param patterns what the words have to fit, as numbered by the {@link Vocabulary}
 * @param gaps before which of them up to {@link #LONGEST_GAP} other words may stand
 */
record Phrase(List<Integer> patterns, BitSet gaps) {
    static final int LONGEST_GAP = 5;

    int first() {
        return patterns.get(0);
    }

    /** Whether the phrase begins at this word of a sentence, given what each word fits. */
    boolean beginsAt(int start, List<BitSet> heard) {
        return fits(0, start, heard);
    }

    private boolean fits(int pattern, int word, List<BitSet> heard) {
        if (pattern == patterns.size()) {
            return true;
        }
        int last = gaps.get(pattern) ? word + LONGEST_GAP : word;
        for (int at = word; at <= last && at < heard.size(); at++) {
            if (heard.get(at).get(patterns.get(pattern)) && fits(pattern + 1, at + 1, heard)) {
                return true;
            }
        }
        return false;
    }
}
