package dzvin.schemas;

/**
 * A value that nobody may read off a log line, a page or an error: a key, a password. Who needs it asks for
 * {@link #value()} by name.
 *
 * @param value the secret itself, not blank
 */
public record Secret(String value) {
    /** What is shown in its place. */
    private static final String MASK = "***";

    public Secret {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return MASK;
    }
}
