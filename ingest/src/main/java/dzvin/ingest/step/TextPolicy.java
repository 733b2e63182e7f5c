package dzvin.ingest.step;

/** What becomes of the words of a call once the features have been taken from them. */
public enum TextPolicy {
    /** They stay as told. */
    KEEP {
        @Override
        String apply(String words) {
            return words;
        }
    },
    /** They stay without phone numbers, addresses and other digits of persons; names stay, see {@link Redaction}. */
    REDACT {
        @Override
        String apply(String words) {
            return Redaction.of(words);
        }
    },
    /** Nothing stays. */
    DROP {
        @Override
        String apply(String words) {
            return "";
        }
    };

    abstract String apply(String words);
}
