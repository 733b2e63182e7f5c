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
        var people = new long[cell.voices().size()];
        for (int i = 0; i < people.length; i++) {
            people[i] = cell.voices().get(i).person();
        }
        return new PeopleSample(slice, cell.bound(), people);
    }

    /** Both together. */
    PeopleSample plus(PeopleSample other) {
        long common = smaller(bound, other.bound);
        long[] united = union(List.of(this, other), common);
        if (united.length <= Cell.LARGEST_SAMPLE) {
            return new PeopleSample(slice, common, united);
        }
        return new PeopleSample(slice, united[Cell.LARGEST_SAMPLE], Arrays.copyOf(united, Cell.LARGEST_SAMPLE));
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
        long counted = union(slices, common).length;
        return common == Cell.EVERYBODY ? counted : (long) (counted / Cell.share(common));
    }

    private static long[] union(List<PeopleSample> samples, long common) {
        int most = 0;
        for (PeopleSample sample : samples) {
            most += sample.people.length;
        }
        var all = new long[most];
        int size = 0;
        for (PeopleSample sample : samples) {
            for (long person : sample.people) {
                if (common == Cell.EVERYBODY || Long.compareUnsigned(person, common) < 0) {
                    // As signed numbers in the order of the unsigned ones.
                    all[size++] = person ^ Long.MIN_VALUE;
                }
            }
        }
        Arrays.sort(all, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct++] = all[i];
            }
        }
        for (int i = 0; i < distinct; i++) {
            all[i] ^= Long.MIN_VALUE;
        }
        return Arrays.copyOf(all, distinct);
    }

    private static long smaller(long one, long other) {
        return Long.compareUnsigned(one, other) <= 0 ? one : other;
    }
}
