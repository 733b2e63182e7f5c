package dzvin.detector.core.count;

/** Looks hashes of people up in arrays that are sorted as unsigned numbers, which the JDK's search is not made for. */
final class SortedPeople {
    private SortedPeople() {}

    /**
     * Binary search.
     *
     * @param size how many places of the array are taken
     * @return the place, or minus the place to insert minus one
     */
    static int find(long[] people, int size, long person) {
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
}
