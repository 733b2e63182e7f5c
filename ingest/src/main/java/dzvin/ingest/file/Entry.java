package dzvin.ingest.file;

import dzvin.ingest.RawReport;
import dzvin.ingest.Rejection;
import dzvin.schemas.avro.Report;

/** What a file says at one of its lines: a report, or why there is none. */
public sealed interface Entry {
    /** The line where its row begins, counted from 1 as an editor does. */
    long line();

    /** A report; a row with a count tells several, each an entry with an id of its own. */
    record Told(long line, RawReport report) implements Entry {}

    /** A report that has been through ingest before and is taken as it is. */
    record Ready(long line, Report report) implements Entry {}

    /** A row that cannot be read. */
    record Refused(long line, Rejection rejection) implements Entry {}
}
