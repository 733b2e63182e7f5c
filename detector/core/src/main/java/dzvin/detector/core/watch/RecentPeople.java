package dzvin.detector.core.watch;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.Voice;
import java.util.Arrays;

/**
 * When each person last spoke to one key, as far as a sample knows. Made again from the samples at any time; kept because it
 * is asked for each cell. An open-addressing map of hashes to hours. Used by one thread.
 */
final class RecentPeople {
    /** Within so many hours the same person counts once. */
    static final long HORIZON_HOURS = 24;

    private static final int FIRST_CAPACITY = 16;

    private long[] persons = new long[FIRST_CAPACITY];
    private long[] hours = new long[FIRST_CAPACITY];
    private int used;

    RecentPeople() {
        Arrays.fill(hours, Long.MIN_VALUE);
    }

    /** How many of the cell's people below a bound did not speak within the horizon before its hour. */
    long newcomers(Cell cell, long bound, long hour) {
        long found = 0;
        for (Voice voice : cell.voices()) {
            boolean sampled = bound == Cell.EVERYBODY || Long.compareUnsigned(voice.person(), bound) < 0;
            found += sampled && hours[slot(voice.person())] < hour - HORIZON_HOURS ? 1 : 0;
        }
        return found;
    }

    /** Notes that the cell's people spoke in an hour. */
    void add(Cell cell, long hour) {
        for (Voice voice : cell.voices()) {
            if (2 * (used + 1) > persons.length) {
                grow(hour);
            }
            int slot = slot(voice.person());
            if (hours[slot] == Long.MIN_VALUE) {
                persons[slot] = voice.person();
                used++;
            }
            hours[slot] = Math.max(hours[slot], hour);
        }
    }

    private void grow(long now) {
        var before = persons;
        var beforeHours = hours;
        int kept = (int)
                Arrays.stream(hours).filter(hour -> hour >= now - HORIZON_HOURS).count();
        int capacity = Math.max(FIRST_CAPACITY, Integer.highestOneBit(Math.max(1, kept)) * 8);
        persons = new long[capacity];
        hours = new long[capacity];
        Arrays.fill(hours, Long.MIN_VALUE);
        used = 0;
        for (int i = 0; i < before.length; i++) {
            if (beforeHours[i] >= now - HORIZON_HOURS) {
                int slot = slot(before[i]);
                persons[slot] = before[i];
                hours[slot] = beforeHours[i];
                used++;
            }
        }
    }

    /** Where a person is, or the free place where they would be. */
    private int slot(long person) {
        int mask = persons.length - 1;
        // Sampled hashes are small numbers, hence alike in their high bits: the low ones tell them apart.
        int at = (int) (person ^ (person >>> 32)) & mask;
        while (hours[at] != Long.MIN_VALUE && persons[at] != person) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
