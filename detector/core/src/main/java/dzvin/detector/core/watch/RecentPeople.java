package dzvin.detector.core.watch;

import dzvin.detector.core.count.Cell;
import java.util.Arrays;

/**
 * When each person last spoke to one key, as far as a sample knows. Made again from the samples at any time; kept because it
 * is asked for each cell. An open-addressing map of hashes to hours. Used by one thread.
 */
final class RecentPeople {
    /** Within so many hours the same person counts once. */
    static final long HORIZON_HOURS = 24;

    private static final int FIRST_CAPACITY = 16;
    private static final long NEVER = Long.MIN_VALUE;

    /** Of each slot its person and the hour, side by side in memory; the hour is {@link #NEVER} where a slot is free. */
    private long[] slots;

    private int used;

    /** With room for so many people to begin with. */
    RecentPeople(int people) {
        slots = free(capacity(people));
    }

    /**
     * Notes that the cell's people spoke in an hour.
     *
     * @return how many of those below a bound did not speak within the horizon before
     */
    long add(Cell cell, long bound, long hour) {
        long found = 0;
        for (int i = 0; i < cell.sampled(); i++) {
            long person = cell.voice(i).person();
            long before = note(person, hour);
            boolean sampled = bound == Cell.EVERYBODY || Long.compareUnsigned(person, bound) < 0;
            found += sampled && before < hour - HORIZON_HOURS ? 1 : 0;
        }
        return found;
    }

    /** Notes that a person spoke in an hour; the latest hour in which they had spoken, as far as that still matters. */
    private long note(long person, long hour) {
        if (4 * (used + 1) > slots.length) {
            grow(hour);
        }
        int slot = slot(person);
        long before = slots[slot + 1];
        if (before == NEVER) {
            slots[slot] = person;
            used++;
        }
        slots[slot + 1] = Math.max(before, hour);
        return before;
    }

    private void grow(long now) {
        var before = slots;
        int kept = 0;
        for (int i = 0; i < before.length; i += 2) {
            kept += before[i + 1] >= now - HORIZON_HOURS ? 1 : 0;
        }
        slots = free(capacity(kept));
        used = 0;
        for (int i = 0; i < before.length; i += 2) {
            if (before[i + 1] >= now - HORIZON_HOURS) {
                int slot = slot(before[i]);
                slots[slot] = before[i];
                slots[slot + 1] = before[i + 1];
                used++;
            }
        }
    }

    /** Where a person is, or the free place where they would be. */
    private int slot(long person) {
        int mask = slots.length - 2;
        // Sampled hashes are small numbers, hence alike in their high bits: the low ones tell them apart.
        int at = (int) (person ^ (person >>> 32)) << 1 & mask;
        while (slots[at + 1] != NEVER && slots[at] != person) {
            at = (at + 2) & mask;
        }
        return at;
    }

    /** A power of two, between four and eight times as many. */
    private static int capacity(int people) {
        return Math.max(FIRST_CAPACITY, Integer.highestOneBit(Math.max(1, people)) * 8);
    }

    private static long[] free(int capacity) {
        var slots = new long[2 * capacity];
        Arrays.fill(slots, NEVER);
        return slots;
    }
}
