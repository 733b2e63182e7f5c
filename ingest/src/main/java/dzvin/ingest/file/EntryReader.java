package dzvin.ingest.file;

import java.util.Optional;

/** Reads a file's entries one by one. */
interface EntryReader {
    /** The next entry; empty at the end. */
    Optional<Entry> next();

    /** Rows taken in so far, readable or not. */
    long rows();
}
