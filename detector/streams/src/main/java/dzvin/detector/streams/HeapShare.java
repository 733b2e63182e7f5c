package dzvin.detector.streams;

/** How much of this process's heap a task may take for what has no other bound. */
final class HeapShare {
    /** Of the heap, for all tasks together in which batches wait. */
    private static final int PART = 10;

    private HeapShare() {}

    /**
     * Bytes of batches that may wait on the heap of one merger, or of {@code decide}: a tenth of the heap for all of them together, should they all be here. What
     * they take beyond it is read from disk when its time comes, so nothing depends on it but speed.
     */
    static long ofWaiting(int mergers) {
        return Runtime.getRuntime().maxMemory() / PART / (mergers + 1);
    }
}
