package dzvin.detector.streams;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Works off buckets in steps, for one record may release a month of them at once, and a transaction may take ten seconds: between two ticks Kafka Streams finds the
 * time to commit. Used by one thread.
 */
final class Steps {
    /** Time between two steps of what was not worked off with the record that released it. */
    static final Duration TICK = Duration.ofMillis(50);

    /**
     * Bytes of batches in one step of all tasks together, for one thread may have all of them, and none commits before each has had its step: some hundred thousand
     * cells, a second or two if they came one by one and wait on disk.
     */
    private static final long BYTES = 8L << 20;

    private static final int BUCKETS = 1_000;

    private final BooleanSupplier waits;
    private final LongSupplier bytes;
    private final Runnable workOffNext;
    private final long bytesOfStep;

    /**
     * @param waits whether a bucket can be worked off
     * @param bytes what waits, be it that it can be worked off or not yet
     * @param workOffNext works off the next bucket
     * @param tasks how many have steps of their own, perhaps on the same thread
     */
    Steps(BooleanSupplier waits, LongSupplier bytes, Runnable workOffNext, int tasks) {
        this.waits = waits;
        this.bytes = bytes;
        this.workOffNext = workOffNext;
        this.bytesOfStep = BYTES / tasks;
    }

    /** Takes a record that may release something, and a step if there is nothing from before, which has its steps at the ticks. */
    void take(Runnable record) {
        boolean behind = isBehind();
        record.run();
        if (!behind) {
            step();
        }
    }

    /** Whether something can be worked off. */
    boolean isBehind() {
        return waits.getAsBoolean();
    }

    /** Works off the next buckets, at least one if there is one. */
    void step() {
        long enough = bytes.getAsLong() - bytesOfStep;
        for (int i = 0; i < BUCKETS && isBehind() && bytes.getAsLong() > enough; i++) {
            workOffNext.run();
        }
    }
}
