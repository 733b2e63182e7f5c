package dzvin.detector.core.count;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Texts as 32 bits: multilinear hashing (Lemire and Kaser 2014, "Strongly universal string hashing is fast"), the upper half of
 * {@code k₀·length + Σ kᵢ₊₁·cᵢ} with random 64-bit keys k. Two texts meet with a chance of one in 2³², whoever chose them without
 * knowing the keys.
 */
final class IdHash {
    private static final int USUAL_LENGTH = 64;

    private final RandomGenerator random;
    private long[] keys = new long[0];

    /** @param random where the keys come from; nothing that is decided may depend on it */
    IdHash(RandomGenerator random) {
        this.random = random;
        grow(USUAL_LENGTH);
    }

    int of(String text) {
        int length = text.length();
        if (length >= keys.length) {
            grow(2 * length);
        }
        long sum = keys[0] * length;
        for (int i = 0; i < length; i++) {
            sum += keys[i + 1] * text.charAt(i);
        }
        return (int) (sum >>> Integer.SIZE);
    }

    private void grow(int length) {
        int before = keys.length;
        keys = Arrays.copyOf(keys, length + 1);
        for (int i = before; i < keys.length; i++) {
            keys[i] = random.nextLong();
        }
    }
}
