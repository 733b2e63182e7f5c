package dzvin.detector.core.count;

import dzvin.detector.core.Report;
import java.nio.charset.StandardCharsets;

/**
 * Who reported, as 64 bits: MurmurHash64A (Austin Appleby, public domain) over UTF-8 of the pseudonym, or of {@code report:} and
 * the id where there is none. Samples that were written down compare these hashes, so the function never changes.
 */
final class Persons {
    private static final long MULTIPLIER = 0xc6a4a7935bd1e995L;
    private static final long SEED = 0xe17a1465L;
    private static final int SHIFT = 47;

    private Persons() {}

    /** The person's hash; never {@link Cell#EVERYBODY}, which stands for no bound. */
    static long of(Report report) {
        long hash = hash(report.reporter().orElseGet(() -> "report:".concat(report.id())));
        return hash == Cell.EVERYBODY ? hash - 1 : hash;
    }

    static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long hash = SEED ^ (bytes.length * MULTIPLIER);
        int whole = bytes.length & ~7;
        for (int i = 0; i < whole; i += 8) {
            hash = (hash ^ mixed(word(bytes, i, 8))) * MULTIPLIER;
        }
        if (whole < bytes.length) {
            hash = (hash ^ word(bytes, whole, bytes.length - whole)) * MULTIPLIER;
        }
        hash = (hash ^ (hash >>> SHIFT)) * MULTIPLIER;
        return hash ^ (hash >>> SHIFT);
    }

    private static long mixed(long word) {
        long scaled = word * MULTIPLIER;
        return (scaled ^ (scaled >>> SHIFT)) * MULTIPLIER;
    }

    /** Up to eight bytes, the first one lowest. */
    private static long word(byte[] bytes, int from, int length) {
        long word = 0;
        for (int i = length - 1; i >= 0; i--) {
            word = word << 8 | (bytes[from + i] & 0xFF);
        }
        return word;
    }
}
