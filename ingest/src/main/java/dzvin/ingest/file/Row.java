package dzvin.ingest.file;

import dzvin.ingest.Rejection;
import dzvin.schemas.avro.RejectionReason;

/** A row as the format's syntax shows it, before the mapping says what it means. */
sealed interface Row {
    /** The line where it begins, counted from 1. */
    long line();

    /** A row whose cells can be told apart. */
    record Whole(long line, Cells cells) implements Row {}

    /** A row that breaks the format's syntax. */
    record Broken(long line, Rejection rejection) implements Row {}

    /** A row that breaks the syntax, with what to do about it. */
    static Row broken(long line, String detail) {
        return new Broken(line, new Rejection(RejectionReason.MALFORMED, "", detail));
    }

    /** A row longer than any report can be. */
    static Row tooLong(long line) {
        return new Broken(
                line,
                new Rejection(
                        RejectionReason.TOO_LARGE, "", "the line is longer than " + Lines.LONGEST + " characters"));
    }
}
