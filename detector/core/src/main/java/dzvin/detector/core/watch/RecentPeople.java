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

    private long[] persons = new long[FIRST_CAPACITY];
    private long[] hours = new long[FIRST_CAPACITY];
    private int used;

    RecentPeople() {
        Arrays.fill(hours, Long.MIN_VALUE);
    }

    /**
     * Notes that the cell's people spoke in an hour.
     *
     * @return how many of those below a bound did not speak within the horizon before
     */
    long add(Cell cell, long bound, long hour) {
        var voices = cell.voices();
        long found = 0;
        for (int i = 0; i < voices.size(); i++) {
            long person = voices.get(i).person();
            long before = note(person, hour);
            boolean sampled = bound == Cell.EVERYBODY || Long.compareUnsigned(person, bound) < 0;
            found += sampled && before < hour - HORIZON_HOURS ? 1 : 0;
        }
        return found;
    }

    /** Notes that a person spoke in an hour; the latest hour in which they had spoken, as far as that still matters. */
    private long note(long person, long hour) {
        if (2 * (used + 1) > persons.length) {
            grow(hour);
        }
        int slot = slot(person);
        long before = hours[slot];
        if (before == Long.MIN_VALUE) {
            persons[slot] = person;
            used++;
        }
        hours[slot] = Math.max(before, hour);
        return before;
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
