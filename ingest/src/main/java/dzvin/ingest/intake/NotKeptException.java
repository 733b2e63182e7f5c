package dzvin.ingest.intake;

/** Kafka did not confirm everything. What it did confirm is a duplicate when the same is sent again. */
public final class NotKeptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotKeptException(Throwable cause) {
        super("Kafka did not confirm every report", cause);
    }
}
