package dzvin.ingest.file;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/**
 * A day that reports are spread over, worked out once for all of its rows.
 *
 * @param told as the rows tell it
 * @param start epoch seconds
 * @param seconds how long it is: clocks may change on it
 */
record SpreadDay(Moment told, LocalDate date, long start, long seconds) {
    static SpreadDay of(Moment told, ZoneId zone) {
        var date = told.at().atZoneSameInstant(zone).toLocalDate();
        long start = date.atStartOfDay(zone).toEpochSecond();
        return new SpreadDay(
                told, date, start, date.plusDays(1).atStartOfDay(zone).toEpochSecond() - start);
    }

    /** Whether this is the day of a moment, told alike. */
    boolean has(Moment moment) {
        return told.equals(moment);
    }

    /** Where in the day a report goes that has this fingerprint. */
    long millis(Fingerprint report) {
        return TimeUnit.SECONDS.toMillis(start + report.below(seconds));
    }
}
