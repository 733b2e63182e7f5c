package dzvin.ingest;

import dzvin.schemas.avro.Report;

/** What the pipeline made of a raw report. */
public sealed interface Outcome {
    /** The report can be used. */
    record Accepted(Report report) implements Outcome {}

    /** It cannot, and this is why. */
    record Rejected(Rejection rejection) implements Outcome {}
}
