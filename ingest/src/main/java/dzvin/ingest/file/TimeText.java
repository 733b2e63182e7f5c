package dzvin.ingest.file;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;

/**
 * Times as texts: {@link OffsetDateTime#toString}, digit by digit where that gives whole seconds, for each report of a file has one. What
 * the JDK builds on the way weighs five times as much as the text.
 */
final class TimeText {
    private static final int SECONDS_OF_A_MINUTE = 60;
    private static final int MINUTES_OF_AN_HOUR = 60;

    private TimeText() {}

    static String of(OffsetDateTime time) {
        int offset = time.getOffset().getTotalSeconds();
        boolean usual = time.getYear() >= 1000
                && time.getYear() <= 9999
                && time.getSecond() > 0
                && time.getNano() == 0
                && offset != 0
                && offset % SECONDS_OF_A_MINUTE == 0;
        return usual ? usual(time, offset / SECONDS_OF_A_MINUTE) : time.toString();
    }

    private static String usual(OffsetDateTime time, int offsetMinutes) {
        byte[] text = "0000-00-00T00:00:00+00:00".getBytes(StandardCharsets.ISO_8859_1);
        twoDigits(time.getYear() / 100, text, 0);
        twoDigits(time.getYear() % 100, text, 2);
        twoDigits(time.getMonthValue(), text, 5);
        twoDigits(time.getDayOfMonth(), text, 8);
        twoDigits(time.getHour(), text, 11);
        twoDigits(time.getMinute(), text, 14);
        twoDigits(time.getSecond(), text, 17);
        text[19] = (byte) (offsetMinutes < 0 ? '-' : '+');
        twoDigits(Math.abs(offsetMinutes) / MINUTES_OF_AN_HOUR, text, 20);
        twoDigits(Math.abs(offsetMinutes) % MINUTES_OF_AN_HOUR, text, 23);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void twoDigits(int number, byte[] text, int at) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }
}
