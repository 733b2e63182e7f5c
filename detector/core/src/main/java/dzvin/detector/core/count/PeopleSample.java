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
        return new PeopleSample(
                slice,
                cell.bound(),
                cell.voices().stream().mapToLong(Voice::person).toArray());
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
        long[] all = samples.stream()
                .flatMapToLong(sample -> Arrays.stream(sample.people))
                .filter(person -> common == Cell.EVERYBODY || Long.compareUnsigned(person, common) < 0)
                .map(person -> person ^ Long.MIN_VALUE)
                .sorted()
                .distinct()
                .toArray();
        return Arrays.stream(all).map(person -> person ^ Long.MIN_VALUE).toArray();
    }

    private static long smaller(long one, long other) {
        return Long.compareUnsigned(one, other) <= 0 ? one : other;
    }
}
