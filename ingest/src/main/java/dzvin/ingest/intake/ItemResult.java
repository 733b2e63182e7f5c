package dzvin.ingest.intake;

import dzvin.ingest.Rejection;

/** What became of one item of a request. */
public sealed interface ItemResult {
    /** The report is kept. */
    record Accepted(String id) implements ItemResult {}

    /** A report of this id is kept already: by a retry, or by another item of the same request. */
    record Duplicate(String id) implements ItemResult {}

    /** It cannot be used, and this is why. */
    record Rejected(Rejection rejection) implements ItemResult {}
}
