package dzvin.detector.core.count;

/**
 * What is alive in a view, within the longest scale.
 *
 * @param keys keys with at least one report
 * @param people sum over these keys of their people
 * @param squares sum over these keys of the squares of their people
 */
public record LiveKeys(long keys, long people, long squares) {
    /** A view without a live key. */
    public static final LiveKeys NONE = new LiveKeys(0, 0, 0);

    /** Both together; keys of the two sides are different ones. */
    public LiveKeys plus(LiveKeys other) {
        return new LiveKeys(keys + other.keys, people + other.people, squares + other.squares);
    }
}
