package dzvin.detector.core.count;

import java.util.BitSet;

/**
 * Whether a key was forgotten before, with a few mistaken for it: a Bloom filter of two bits a key. A made-up key hardly ever comes
 * again; one that does is worth more than those that came once. Two megabytes, once there is something to forget.
 */
final class ForgottenKeys {
    private static final int INDEX_BITS = 24;
    /** Beyond it every fourth key would be mistaken, so that it begins anew. */
    private static final int MOST_SET = 1 << (INDEX_BITS - 1);

    /** Odd multipliers that spread hashes whose upper bits differ little (Knuth, vol. 3, 6.4; Steele and Vigna 2021). */
    private static final int ONE_SPREAD = 0x9E3779B9;

    private static final int OTHER_SPREAD = 0x915F77F5;

    private final BitSet bits = new BitSet();
    private int set;

    void add(String text) {
        if (set >= MOST_SET) {
            bits.clear();
            set = 0;
        }
        int hash = text.hashCode();
        set(bit(hash, ONE_SPREAD));
        set(bit(hash, OTHER_SPREAD));
    }

    boolean mayHave(String text) {
        int hash = text.hashCode();
        return bits.get(bit(hash, ONE_SPREAD)) && bits.get(bit(hash, OTHER_SPREAD));
    }

    private static int bit(int hash, int spread) {
        return (hash * spread) >>> (Integer.SIZE - INDEX_BITS);
    }

    private void set(int bit) {
        if (!bits.get(bit)) {
            bits.set(bit);
            set++;
        }
    }
}
