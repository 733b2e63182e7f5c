package dzvin.detector.core.view;

import java.util.Optional;

/** The part of a number that its spoofed neighbours share: all but the last four characters. */
final class NumberBlock {
    /** What a masked number has in place of its last four digits. */
    private static final String MASK = "xxxx";

    private static final int VARYING = 4;
    /** A plus sign and at least four digits must be left; a short code or a sender's name has no neighbours. */
    private static final int SHORTEST = 1 + 4 + VARYING;

    private NumberBlock() {}

    static Optional<String> of(String number) {
        if (number.isEmpty() || number.charAt(0) != '+') {
            return Optional.empty();
        }
        int mask = number.indexOf(MASK);
        if (mask > 0) {
            return Optional.of(number.substring(0, mask));
        }
        return number.length() < SHORTEST
                ? Optional.empty()
                : Optional.of(number.substring(0, number.length() - VARYING));
    }
}
