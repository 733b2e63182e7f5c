package dzvin.detector.core.view;

/** What a report can be grouped by; the name in lower case with hyphens is the one in keys and policies. */
public enum Dimension {
    /** The whole stream: one key. */
    ALL("all", false),
    REGION("region", false),
    /** A report has a key for each of its features. */
    FEATURE("feature", false),
    /** Caller number, as ingest normalised it. */
    NUMBER("number", true),
    /** The number without its last four digits: spoofed neighbours share it. */
    NUMBER_BLOCK("number-block", true),
    /** Near-duplicate family of the words of the call. */
    SCRIPT("script", true);

    private final String word;
    private final boolean open;

    Dimension(String word, boolean open) {
        this.word = word;
        this.open = open;
    }

    /** The name in keys and policies. */
    public String word() {
        return word;
    }

    /**
     * Whether new values never cease to appear, so that a first sight is nothing special: a new number is born with
     * every other call, a new region never.
     */
    public boolean isOpen() {
        return open;
    }
}
