package dzvin.ingest.file;

/**
 * The report ids that are in the topic already, as 128-bit fingerprints in one flat table: 16 bytes an id and about as
 * much again of free slots, so that ten million ids take some 320 MB and not several gigabytes. Confined to one thread.
 */
final class IdSet {
    private static final int SMALLEST = 1 << 10;

    private long[] slots = new long[2 * SMALLEST];
    private int size;
    private boolean holdsZero;

    /** Puts an id in; false if it was there before. */
    boolean add(String id) {
        var key = Fingerprint.of(id);
        if (key.high() == 0 && key.low() == 0) {
            boolean isNew = !holdsZero;
            holdsZero = true;
            return isNew;
        }
        if (!put(slots, key.high(), key.low())) {
            return false;
        }
        size++;
        if (10L * size > 3L * slots.length) {
            grow();
        }
        return true;
    }

    int size() {
        return size + (holdsZero ? 1 : 0);
    }

    /** Linear probing; a pair of zeros is a free slot. */
    private static boolean put(long[] table, long high, long low) {
        int mask = table.length / 2 - 1;
        int at = (int) high & mask;
        while (table[2 * at] != 0 || table[2 * at + 1] != 0) {
            if (table[2 * at] == high && table[2 * at + 1] == low) {
                return false;
            }
            at = (at + 1) & mask;
        }
        table[2 * at] = high;
        table[2 * at + 1] = low;
        return true;
    }

    private void grow() {
        var bigger = new long[Math.multiplyExact(slots.length, 2)];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] != 0 || slots[i + 1] != 0) {
                put(bigger, slots[i], slots[i + 1]);
            }
        }
        slots = bigger;
    }
}
