package dzvin.ingest.file;

/** Reports cannot be kept, or not be looked through: told in one sentence. What was kept so far stays; run it again. */
public final class TargetFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was attempted and what came in its way. */
    public TargetFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
