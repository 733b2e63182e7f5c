package dzvin.ingest.file;

/** A file, a mapping or a choice of format that cannot be used: the user's mistake, told in one sentence. */
public final class UnusableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong and what to do about it, for a human. */
    public UnusableFileException(String sentence) {
        super(sentence);
    }

    /** The same, keeping what was underneath for the log. */
    public UnusableFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
