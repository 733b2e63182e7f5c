package dzvin.ingest.intake;

import dzvin.ingest.Rejection;
import java.util.List;

/** What became of one item of a request. */
public sealed interface ItemResult {
    /**
     * The report is kept.
     *
     * @param setAside what was told and could not be used; the rest was good enough
     */
    record Accepted(String id, List<Rejection> setAside) implements ItemResult {
        public Accepted {
            setAside = List.copyOf(setAside);
        }
    }

    /** A report of this id is kept already: by a retry, or by another item of the same request. */
    record Duplicate(String id) implements ItemResult {}

    /** It cannot be used, and this is why. */
    record Rejected(Rejection rejection) implements ItemResult {}
}
