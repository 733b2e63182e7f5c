package dzvin.detector.core.count;

/** How a cell comes to the bucket that it is decided with. */
public enum Arrival {
    /** It was counted in that bucket. */
    ON_TIME(0),
    /** Of an earlier bucket, held back while its key was too young. */
    EARLIER(1),
    /** Of an earlier bucket that had closed before the reports came. */
    LATE(2);

    /** Kept, since each cell that is read asks. */
    private static final Arrival[] ALL = values();

    private final int code;

    Arrival(int code) {
        this.code = code;
    }

    /** How it is written down; never changes. */
    int code() {
        return code;
    }

    static Arrival of(int code) {
        for (Arrival arrival : ALL) {
            if (arrival.code == code) {
                return arrival;
            }
        }
        throw new IllegalArgumentException("an arrival's code must be 0, 1 or 2, got " + code);
    }
}
