package dzvin.detector.core.count;

import java.util.Arrays;

/**
 * A cell while reports still come in: the same as merging {@link Cell#of} of each, without a new object for each. People stand in
 * sorted arrays, since a sample is small and most reports of a hot key fall beyond its bound at the first comparison.
 */
final class CellBuilder {
    private static final int FIRST_ROOM = 2;
    /** A cell of more people is not told while it is open: its key is too busy for an early word to be worth the bytes. */
    private static final int MOST_TOLD = 32;

    private long reports;
    private long bound = Cell.EVERYBODY;
    private int size;
    private int told;
    private long[] people = new long[FIRST_ROOM];
    private int[] counts = new int[FIRST_ROOM];
    private Digest[] digests = new Digest[FIRST_ROOM];

    /** Counts one report. */
    void add(long person, Digest digest) {
        reports++;
        if (bound != Cell.EVERYBODY && Long.compareUnsigned(person, bound) >= 0) {
            return;
        }
        int place = find(person);
        if (place >= 0) {
            counts[place]++;
            if (digest.report().compareTo(digests[place].report()) < 0) {
                digests[place] = digest;
            }
        } else {
            insert(-place - 1, person, digest);
        }
    }

    /** Whether enough people have come since this was last true: each of the first six, then a fifth more. */
    boolean isWorthTelling() {
        boolean worth = size <= MOST_TOLD && 5 * size >= 6 * told && size > told;
        told = worth ? size : told;
        return worth;
    }

    Cell build() {
        var voices = new Voice[size];
        for (int i = 0; i < size; i++) {
            voices[i] = new Voice(people[i], counts[i], digests[i]);
        }
        return new Cell(reports, bound, Arrays.asList(voices));
    }

    /** Binary search in unsigned order: the place, or minus the place to insert minus one. */
    private int find(long person) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compareUnsigned(people[middle], person);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private void insert(int place, long person, Digest digest) {
        if (size == Cell.LARGEST_SAMPLE) {
            if (place == size) {
                bound = person;
                return;
            }
            size--;
            bound = people[size];
        } else if (size == people.length) {
            grow();
        }
        System.arraycopy(people, place, people, place + 1, size - place);
        System.arraycopy(counts, place, counts, place + 1, size - place);
        System.arraycopy(digests, place, digests, place + 1, size - place);
        people[place] = person;
        counts[place] = 1;
        digests[place] = digest;
        size++;
    }

    private void grow() {
        int room = Math.min(Cell.LARGEST_SAMPLE, size * 2);
        people = Arrays.copyOf(people, room);
        counts = Arrays.copyOf(counts, room);
        digests = Arrays.copyOf(digests, room);
    }
}
