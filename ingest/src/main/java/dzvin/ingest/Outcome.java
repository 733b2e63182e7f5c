package dzvin.ingest;

import dzvin.schemas.avro.Report;
import java.util.List;

/** What the pipeline made of a raw report. */
public sealed interface Outcome {
    /**
     * The report can be used.
     *
     * @param setAside what was told and could not be used, field by field; the rest was good enough (decision 0007)
     */
    record Accepted(Report report, List<Rejection> setAside) implements Outcome {
        public Accepted {
            setAside = List.copyOf(setAside);
        }

        /** Everything that was told was used. */
        public Accepted(Report report) {
            this(report, List.of());
        }
    }

    /** It cannot, and this is why. */
    record Rejected(Rejection rejection) implements Outcome {}
}
