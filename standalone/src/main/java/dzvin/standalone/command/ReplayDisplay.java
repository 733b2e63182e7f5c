package dzvin.standalone.command;

import dzvin.standalone.replay.Progress;

/** Shows a person how far a replay is. */
interface ReplayDisplay extends Progress, AutoCloseable {
    @Override
    void close();

    /** A bar where a terminal shows nothing but standard error, else a line every few seconds, which alerts may stand between. */
    static ReplayDisplay onStandardError(String unit, long unitSize) {
        return onStandardError("Replay", unit, unitSize);
    }

    /** The same for another task. */
    static ReplayDisplay onStandardError(String task, String unit, long unitSize) {
        return Terminal.isStandardError() && !Terminal.isStandardOutput()
                ? new ReplayBar(System.err, task, unit, unitSize)
                : new ReplayLines(System.err, System::nanoTime);
    }
}
