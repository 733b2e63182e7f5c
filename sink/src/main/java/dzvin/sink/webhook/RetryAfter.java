package dzvin.sink.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads the header {@code Retry-After}: seconds or an HTTP date. */
final class RetryAfter {
    /** Nobody may silence a desk's alarms for longer by one header. */
    static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** Zero where the header says nothing that can be understood. */
    static Duration of(String header, Instant now) {
        var asked = header.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(header)) : until(header, now);
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Duration until(String date, Instant now) {
        try {
            var until = Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
