package dzvin.standalone.replay;

/** Where lines of alerts are kept. */
interface AlertFile extends AutoCloseable {
    /** Adds a line. */
    void line(String line);

    /** All is said: puts the file into its place. */
    void keep();

    @Override
    void close();
}
