package dzvin.detector.core.baseline;

/**
 * One number for each of the latest hours. Hours before the ring read as the oldest that is kept, so that lengths of time
 * reaching further back count as nothing. Used by one thread.
 */
final class HourRing {
    private final double[] values;
    private long next;
    private long first;

    HourRing(int capacity) {
        values = new double[capacity];
    }

    boolean isEmpty() {
        return next == first;
    }

    long first() {
        return first;
    }

    /** The hour that is added next. */
    long next() {
        return next;
    }

    /** Begins anew with this hour. */
    void restart(long hour) {
        first = hour;
        next = hour;
    }

    void add(double value) {
        values[index(next)] = value;
        next++;
        first = Math.max(first, next - values.length);
    }

    double get(long hour) {
        return values[index(Math.min(next - 1, Math.max(first, hour)))];
    }

    void set(long hour, double value) {
        values[index(hour)] = value;
    }

    private int index(long hour) {
        return (int) Math.floorMod(hour, (long) values.length);
    }
}
