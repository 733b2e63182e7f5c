package dzvin.detector.core.count;

import java.util.Arrays;
import java.util.List;

/**
 * Who reported on a key within one slice of time: a bottom-k sample of hashes, as in {@link Cell}.
 *
 * @param slice index of the slice
 * @param bound exclusive, unsigned; {@link Cell#EVERYBODY} if nobody was left out
 * @param people in unsigned order
 */
@SuppressWarnings("ArrayRecordComponent") // there may be very many, and they are never compared
record PeopleSample(long slice, long bound, long[] people) {
    static PeopleSample of(long slice, Cell cell) {
        var people = new long[cell.sampled()];
        for (int i = 0; i < people.length; i++) {
            people[i] = cell.voice(i).person();
        }
        return new PeopleSample(slice, cell.bound(), people);
    }

    /** Both together. */
    PeopleSample plus(PeopleSample other) {
        long common = smaller(bound, other.bound);
        var united = new long[people.length + other.people.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < people.length || theirs < other.people.length) {
            int order = mine == people.length
                    ? 1
                    : theirs == other.people.length ? -1 : Long.compareUnsigned(people[mine], other.people[theirs]);
            long next = order <= 0 ? people[mine] : other.people[theirs];
            if (!isBelow(next, common)) {
                break;
            }
            united[size++] = next;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        if (size <= Cell.LARGEST_SAMPLE) {
            return new PeopleSample(slice, common, Arrays.copyOf(united, size));
        }
        return new PeopleSample(slice, united[Cell.LARGEST_SAMPLE], Arrays.copyOf(united, Cell.LARGEST_SAMPLE));
    }

    /** Whether nobody was left out of any of them. */
    static boolean areExact(List<PeopleSample> slices) {
        for (PeopleSample sample : slices) {
            if (sample.bound != Cell.EVERYBODY) {
                return false;
            }
        }
        return true;
    }

    /** How many of these people are in none of the slices. */
    int newTo(List<PeopleSample> slices) {
        int found = 0;
        for (long person : people) {
            boolean known = false;
            for (int i = slices.size() - 1; i >= 0 && !known; i--) {
                known = slices.get(i).has(person);
            }
            found += known ? 0 : 1;
        }
        return found;
    }

    private boolean has(long person) {
        return SortedPeople.find(people, people.length, person) >= 0;
    }

    /** Different people over all of the slices: exact, or estimated from those below the smallest bound. */
    static long count(List<PeopleSample> slices) {
        if (slices.size() == 1 && slices.get(0).bound == Cell.EVERYBODY) {
            return slices.get(0).people.length;
        }
        long common = Cell.EVERYBODY;
        for (PeopleSample sample : slices) {
            common = smaller(common, sample.bound);
        }
        int counted = different(slices, common);
        return common == Cell.EVERYBODY ? counted : (long) (counted / Cell.share(common));
    }

    /** Different people below a bound. */
    private static int different(List<PeopleSample> samples, long common) {
        int most = 0;
        for (PeopleSample sample : samples) {
            most += sample.people.length;
        }
        var all = new long[most];
        int size = 0;
        for (PeopleSample sample : samples) {
            for (int i = 0; i < sample.people.length && isBelow(sample.people[i], common); i++) {
                all[size++] = sample.people[i];
            }
        }
        Arrays.sort(all, 0, size);
        int different = 0;
        for (int i = 0; i < size; i++) {
            different += i == 0 || all[i] != all[i - 1] ? 1 : 0;
        }
        return different;
    }

    private static boolean isBelow(long person, long bound) {
        return bound == Cell.EVERYBODY || Long.compareUnsigned(person, bound) < 0;
    }

    private static long smaller(long one, long other) {
        return Long.compareUnsigned(one, other) <= 0 ? one : other;
    }
}
