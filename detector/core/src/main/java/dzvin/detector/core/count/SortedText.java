package dzvin.detector.core.count;

/** Numbers as texts of one length, whose order as texts is their order as numbers. */
final class SortedText {
    private static final int LENGTH = 16;
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private SortedText() {}

    static String of(long number) {
        long left = number ^ Long.MIN_VALUE;
        var text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS[(int) (left & 0xF)];
            left >>>= 4;
        }
        return new String(text);
    }

    /** The number of a text. */
    static long number(String text) {
        return Long.parseUnsignedLong(text, 16) ^ Long.MIN_VALUE;
    }
}
