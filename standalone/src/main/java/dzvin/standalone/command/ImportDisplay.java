package dzvin.standalone.command;

import dzvin.ingest.file.ImportProgress;

/** Shows a person how far an import is. */
interface ImportDisplay extends ImportProgress, AutoCloseable {
    @Override
    void close();

    /** A bar where standard error is a terminal, a line every few seconds where it is not. */
    static ImportDisplay onStandardError() {
        return Terminal.isStandardError() ? new BarDisplay(System.err) : new LineDisplay(System.err, System::nanoTime);
    }
}
