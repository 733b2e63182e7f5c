package dzvin.ingest.intake;

/** Too much is under way for this to be taken as well: come again shortly. Nothing of it was taken. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException() {
        super("as many reports as can be under way at once are waiting for Kafka");
    }
}
