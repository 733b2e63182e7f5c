package dzvin.detector.core.count;

import java.util.Arrays;

/** How a cell comes to the bucket that it is decided with. */
public enum Arrival {
    /** It was counted in that bucket. */
    ON_TIME(0),
    /** Of an earlier bucket, held back while its key was too young. */
    EARLIER(1),
    /** Of an earlier bucket that had closed before the reports came. */
    LATE(2);

    private final int code;

    Arrival(int code) {
        this.code = code;
    }

    /** How it is written down; never changes. */
    int code() {
        return code;
    }

    static Arrival of(int code) {
        return Arrays.stream(values())
                .filter(arrival -> arrival.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an arrival's code must be 0, 1 or 2, got " + code));
    }
}
