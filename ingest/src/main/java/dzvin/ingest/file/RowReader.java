package dzvin.ingest.file;

import java.util.Optional;

/** Takes a file apart into rows. */
interface RowReader {
    /** The next row; empty at the end. */
    Optional<Row> next();
}
