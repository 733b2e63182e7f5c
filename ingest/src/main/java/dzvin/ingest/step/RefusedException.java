package dzvin.ingest.step;

import dzvin.ingest.Rejection;
import dzvin.schemas.avro.RejectionReason;

/** Ends the way of one report through the steps. The pipeline turns it into a value: it never goes further. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    RefusedException(RejectionReason reason, String field, String detail) {
        super(detail, null, false, false);
        this.rejection = new Rejection(reason, field, detail);
    }

    /** Why. */
    public Rejection rejection() {
        return rejection;
    }
}
