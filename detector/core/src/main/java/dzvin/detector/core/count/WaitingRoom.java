package dzvin.detector.core.count;

/** How many bytes of a stage's batches wait, and for how many of them there is room on the heap. Used by one thread. */
final class WaitingRoom {
    private final long capacity;
    private long held;
    private long waiting;

    /** @param capacity bytes of batches that may be on the heap at once */
    WaitingRoom(long capacity) {
        this.capacity = capacity;
    }

    /** A batch comes; whether there is room for it on the heap. */
    boolean takes(int bytes) {
        waiting += bytes;
        if (held + bytes > capacity) {
            return false;
        }
        held += bytes;
        return true;
    }

    /** A batch leaves. */
    void left(int bytes, boolean wasHeld) {
        waiting -= bytes;
        if (wasHeld) {
            held -= bytes;
        }
    }

    /** Bytes of all batches that wait, wherever they are. */
    long waiting() {
        return waiting;
    }

    /** Bytes of those that wait on the heap. */
    long held() {
        return held;
    }
}
