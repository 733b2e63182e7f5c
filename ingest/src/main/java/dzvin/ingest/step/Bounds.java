package dzvin.ingest.step;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.schemas.avro.RejectionReason;

/** No field is longer than anybody needs, and no line holds control characters: what follows may rely on it. */
public final class Bounds {
    static final int LONGEST_TEXT = 20_000;
    static final int MOST_FEATURES = 16;

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_CONTACT = 320;

    /** Kept, since each report asks. */
    private static final Field[] FIELDS = Field.values();

    private Bounds() {}

    /** Refuses what is too large or cannot be a line of text. */
    public static void check(RawReport told) throws RefusedException {
        for (Field field : FIELDS) {
            var value = told.told().get(field);
            if (value != null) {
                check(field, value);
            }
        }
        if (told.features().size() > MOST_FEATURES) {
            throw new RefusedException(
                    RejectionReason.TOO_LARGE, "features", "a report has at most " + MOST_FEATURES + " features");
        }
    }

    private static void check(Field field, String value) throws RefusedException {
        checkLength(field, value.length());
        if (field != Field.TEXT) {
            checkCharacters(field, value);
        }
    }

    private static void checkLength(Field field, int length) throws RefusedException {
        int most = longest(field);
        if (length > most) {
            var reason = field == Field.ID ? RejectionReason.BAD_ID : RejectionReason.TOO_LARGE;
            throw new RefusedException(reason, field.json(), "must have at most " + most + " characters");
        }
    }

    private static int longest(Field field) {
        return switch (field) {
            case TEXT -> LONGEST_TEXT;
            case NUMBER -> LONGEST_NUMBER;
            case ID -> LONGEST_ID;
            case REPORTER -> LONGEST_CONTACT;
            default -> LONGEST_LINE;
        };
    }

    private static void checkCharacters(Field field, String value) throws RefusedException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c) && c != '\t') {
                var reason = field == Field.ID ? RejectionReason.BAD_ID : RejectionReason.BAD_FIELD;
                throw new RefusedException(reason, field.json(), "must be one line of text without control characters");
            }
        }
    }
}
