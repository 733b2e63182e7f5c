package dzvin.detector.core.count;

import java.util.function.IntPredicate;

/**
 * Where ids may be found: 64 bits for each, a hash and a place. Ids of the same hash have several places, so whoever asks looks there.
 * Places that no longer hold anything stay until room is needed.
 *
 * <p>Open addressing with linear probing, at most three quarters full.
 */
final class IdIndex {
    private static final int SMALLEST = 1 << 10;
    private static final long PLACE = 0xFFFF_FFFFL;

    private final IntPredicate holds;
    private long[] entries = new long[SMALLEST];
    private int taken;

    /** @param holds whether a place still holds something */
    IdIndex(IntPredicate holds) {
        this.holds = holds;
    }

    /** Whether one of the places of a hash passes a test. */
    boolean anyMatch(int hash, IntPredicate test) {
        int mask = entries.length - 1;
        for (int at = hash & mask; entries[at] != 0; at = (at + 1) & mask) {
            if ((int) (entries[at] >>> Integer.SIZE) == hash && test.test((int) entries[at])) {
                return true;
            }
        }
        return false;
    }

    /** @param place never 0 */
    void add(int hash, int place) {
        if (4L * (taken + 1) > 3L * entries.length) {
            makeRoom();
        }
        insert((long) hash << Integer.SIZE | (place & PLACE));
    }

    /** How many entries there is room for. */
    int room() {
        return entries.length;
    }

    private void insert(long entry) {
        int mask = entries.length - 1;
        int at = (int) (entry >>> Integer.SIZE) & mask;
        while (entries[at] != 0) {
            at = (at + 1) & mask;
        }
        entries[at] = entry;
        taken++;
    }

    private void makeRoom() {
        var before = entries;
        int alive = 0;
        for (long entry : before) {
            alive += isAlive(entry) ? 1 : 0;
        }
        int size = SMALLEST;
        while (size < 2L * alive) {
            size *= 2;
        }
        entries = new long[size];
        taken = 0;
        for (long entry : before) {
            if (isAlive(entry)) {
                insert(entry);
            }
        }
    }

    private boolean isAlive(long entry) {
        return entry != 0 && holds.test((int) entry);
    }
}
