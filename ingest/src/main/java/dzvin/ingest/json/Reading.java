package dzvin.ingest.json;

import dzvin.ingest.RawReport;
import dzvin.ingest.Rejection;

/** What a piece of JSON turned out to be. */
public sealed interface Reading {
    /** A report as it was told. */
    record Told(RawReport report) implements Reading {}

    /** No report, and this is why. */
    record Refused(Rejection rejection) implements Reading {}
}
