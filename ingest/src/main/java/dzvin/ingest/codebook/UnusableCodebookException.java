package dzvin.ingest.codebook;

/** A codebook that cannot be used: the user's mistakes, each as {@code file:line key rule, got value}. */
public final class UnusableCodebookException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnusableCodebookException(String mistakes) {
        super(mistakes);
    }
}
