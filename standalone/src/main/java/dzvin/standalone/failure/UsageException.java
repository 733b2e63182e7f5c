package dzvin.standalone.failure;

/** The user's mistake, in a flag, a file or the configuration: told in one sentence, exit status 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong and what to do about it, for a human. */
    public UsageException(String sentence) {
        super(sentence);
    }

    /** The same, keeping what was underneath for the log. */
    public UsageException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
