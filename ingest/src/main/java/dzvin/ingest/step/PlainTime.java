package dzvin.ingest.step;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The form of ISO 8601 in which machines tell nearly every time: {@code 2025-07-02T10:15:00+03:00}, seconds perhaps left out, {@code Z}
 * in place of the offset. Read digit by digit, for a general parser costs more than all the rest of a report. Other forms are not
 * refused here, only left to that parser.
 */
final class PlainTime {
    private static final String SHAPE = "0000-00-00T00:00";
    private static final int SECOND = SHAPE.length();
    private static final int OFFSET_LENGTH = "+00:00".length();

    private PlainTime() {}

    /** The time; empty if the text has another form, or is no time that exists. */
    static Optional<OffsetDateTime> of(String text) {
        if (!fits(text, 0, SHAPE)) {
            return Optional.empty();
        }
        boolean seconds = fits(text, SECOND, ":00");
        int zone = seconds ? SECOND + 3 : SECOND;
        if (!isOffset(text, zone)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 2),
                    number(text, 8, 2),
                    number(text, 11, 2),
                    number(text, 14, 2),
                    seconds ? number(text, SECOND + 1, 2) : 0,
                    0,
                    offset(text, zone)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isOffset(String text, int at) {
        boolean utc = text.length() == at + 1 && text.charAt(at) == 'Z';
        boolean signed = text.length() == at + OFFSET_LENGTH && (text.charAt(at) == '+' || text.charAt(at) == '-');
        return utc || (signed && fits(text, at + 1, "00:00"));
    }

    private static ZoneOffset offset(String text, int at) {
        if (text.charAt(at) == 'Z') {
            return ZoneOffset.UTC;
        }
        int sign = text.charAt(at) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(text, at + 1, 2), sign * number(text, at + 4, 2));
    }

    /** Whether a shape is found at a place, its noughts being any digits. */
    private static boolean fits(String text, int from, String shape) {
        if (text.length() < from + shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(from + i);
            boolean digit = c >= '0' && c <= '9';
            if (shape.charAt(i) == '0' ? !digit : c != shape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
