package dzvin.schemas;

/** A file is no Avro container of the records that are wanted, or is damaged; the message says what is wrong with it, without its name. */
public final class UnreadableContainerException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableContainerException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
