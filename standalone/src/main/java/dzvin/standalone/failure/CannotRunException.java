package dzvin.standalone.failure;

/** The world's refusal: a port is taken, a disk is full, Kafka does not answer. Told in one sentence, exit status 1. */
public final class CannotRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong and what to do about it, for a human. */
    public CannotRunException(String sentence) {
        super(sentence);
    }

    /** The same, keeping what was underneath for the log. */
    public CannotRunException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
