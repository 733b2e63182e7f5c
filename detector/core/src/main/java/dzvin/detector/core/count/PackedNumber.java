package dzvin.detector.core.count;

import java.util.Optional;

/**
 * A caller's number as a single {@code long}, if it is a plus sign and digits that do not begin with a nought, as nearly all are (E.164 has
 * fifteen at the most). A text would be two objects for each report of the latest days, and is hardly ever asked for.
 */
final class PackedNumber {
    /** Stands for what is written in another way. */
    static final long NONE = 0;

    private static final int MOST_DIGITS = 18;

    private PackedNumber() {}

    static long of(Optional<String> number) {
        return number.isPresent() ? of(number.get()) : NONE;
    }

    static long of(String number) {
        int length = number.length();
        if (length < 2 || length > 1 + MOST_DIGITS || number.charAt(0) != '+' || number.charAt(1) == '0') {
            return NONE;
        }
        long packed = 0;
        for (int i = 1; i < length; i++) {
            int digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            packed = 10 * packed + digit;
        }
        return packed;
    }

    static String text(long packed) {
        return "+".concat(Long.toString(packed));
    }
}
