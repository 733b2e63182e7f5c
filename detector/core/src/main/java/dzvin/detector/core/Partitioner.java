package dzvin.detector.core;

import java.nio.charset.StandardCharsets;

/**
 * Which partition a record of a key goes to: the choice of Kafka's own producers, murmur2 (Austin Appleby, public domain) of the key's
 * UTF-8, so that a replay in memory sees the same partitions as the topic.
 */
public final class Partitioner {
    private static final int SEED = 0x9747b28c;
    private static final int MULTIPLIER = 0x5bd1e995;
    private static final int SHIFT = 24;

    private Partitioner() {}

    /** Partition of a report: by its number, by its id if the number was withheld. */
    public static int of(Report report, int partitions) {
        return of(report.number().orElse(report.id()), partitions);
    }

    /** Partition of a key. */
    public static int of(String key, int partitions) {
        return (murmur2(key.getBytes(StandardCharsets.UTF_8)) & Integer.MAX_VALUE) % partitions;
    }

    static int murmur2(byte[] bytes) {
        int hash = SEED ^ bytes.length;
        int whole = bytes.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            int word = word(bytes, i, 4) * MULTIPLIER;
            hash = hash * MULTIPLIER ^ (word ^ word >>> SHIFT) * MULTIPLIER;
        }
        if (whole < bytes.length) {
            hash = (hash ^ word(bytes, whole, bytes.length - whole)) * MULTIPLIER;
        }
        hash = (hash ^ hash >>> 13) * MULTIPLIER;
        return hash ^ hash >>> 15;
    }

    /** Up to four bytes, the first one lowest. */
    private static int word(byte[] bytes, int from, int length) {
        int word = 0;
        for (int i = length - 1; i >= 0; i--) {
            word = word << 8 | (bytes[from + i] & 0xFF);
        }
        return word;
    }
}
