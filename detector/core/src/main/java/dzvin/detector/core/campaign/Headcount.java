package dzvin.detector.core.campaign;

import java.util.Arrays;

/** Counts different people: hashes are gathered as they come and told apart when asked, which needs no object for each. Used by one thread. */
final class Headcount {
    private long[] persons = new long[16];
    private int size;

    void add(long person) {
        if (size == persons.length) {
            persons = Arrays.copyOf(persons, 2 * size);
        }
        persons[size++] = person;
    }

    /** Different ones among them. */
    int different() {
        Arrays.sort(persons, 0, size);
        int different = 0;
        for (int i = 0; i < size; i++) {
            if (different == 0 || persons[i] != persons[different - 1]) {
                persons[different++] = persons[i];
            }
        }
        size = different;
        return different;
    }
}
