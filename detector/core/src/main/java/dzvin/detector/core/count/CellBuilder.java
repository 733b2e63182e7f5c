package dzvin.detector.core.count;

import java.util.Arrays;

/**
 * A cell while reports still come in: the same as merging {@link Cell#of} of each, without a new object for each. People stand in
 * sorted arrays, since a sample is small and most reports of a hot key fall beyond its bound at the first comparison.
 *
 * <p>Most cells never have a second report. Such a cell is the very object that was given, which all keys of the report then share.
 */
final class CellBuilder {
    private static final int FIRST_ROOM = 4;
    /** A cell of more people is not told while it is open: its key is too busy for an early word to be worth the bytes. */
    private static final int MOST_TOLD = 32;

    private static final long[] NOBODY = {};
    private static final Voice[] NO_VOICES = {};

    /** People who were forgotten before it began. */
    private final int before;

    private Cell only;
    private long reports;
    private long bound = Cell.EVERYBODY;
    private int size;
    private int told;
    private long[] people = NOBODY;
    private Voice[] voices = NO_VOICES;

    /** @param before people who were forgotten before it begins: none of its counts has them */
    CellBuilder(int before) {
        this.before = before;
    }

    /** Counts one report, given as {@link Cell#of} it. */
    void add(Cell report) {
        reports++;
        if (reports == 1) {
            only = report;
            size = 1;
            return;
        }
        if (only != null) {
            spread();
        }
        add(report.voice(0));
    }

    private void add(Voice voice) {
        long person = voice.person();
        if (bound != Cell.EVERYBODY && Long.compareUnsigned(person, bound) >= 0) {
            return;
        }
        int place = SortedPeople.find(people, size, person);
        if (place >= 0) {
            voices[place] = Cell.both(voices[place], voice);
        } else {
            insert(-place - 1, voice);
        }
    }

    /** The first report's people go to where those of the next ones will be. */
    private void spread() {
        people = new long[FIRST_ROOM];
        voices = new Voice[FIRST_ROOM];
        voices[0] = only.voice(0);
        people[0] = voices[0].person();
        only = null;
    }

    /** What would be missed least is of the fewest people, those who were forgotten before included. */
    int worth() {
        return Math.min(Cell.LARGEST_SAMPLE, size + before);
    }

    /** Whether enough people have come since this was last true: each of the first six, then a fifth more. */
    boolean isWorthTelling() {
        boolean worth = size <= MOST_TOLD && 5 * size >= 6 * told && size > told;
        told = worth ? size : told;
        return worth;
    }

    Cell build() {
        return only != null
                ? only
                : new Cell(reports, bound, Arrays.asList(voices).subList(0, size));
    }

    private void insert(int place, Voice voice) {
        if (size == Cell.LARGEST_SAMPLE) {
            if (place == size) {
                bound = voice.person();
                return;
            }
            size--;
            bound = people[size];
        } else if (size == people.length) {
            int room = Math.min(Cell.LARGEST_SAMPLE, size * 2);
            people = Arrays.copyOf(people, room);
            voices = Arrays.copyOf(voices, room);
        }
        System.arraycopy(people, place, people, place + 1, size - place);
        System.arraycopy(voices, place, voices, place + 1, size - place);
        people[place] = voice.person();
        voices[place] = voice;
        size++;
    }
}
