package dzvin.standalone.command;

import dzvin.standalone.failure.UsageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** What a user names a moment by: a day, a time on the clocks of a zone, or a time with its offset. */
final class MomentOption {
    private MomentOption() {}

    static Instant of(String option, String text, ZoneId zone) {
        List<Function<String, Instant>> readings = List.of(
                day -> LocalDate.parse(day).atStartOfDay(zone).toInstant(),
                local -> LocalDateTime.parse(local).atZone(zone).toInstant(),
                exact -> OffsetDateTime.parse(exact).toInstant());
        for (var reading : readings) {
            try {
                return reading.apply(text);
            } catch (DateTimeException e) {
                // The next reading may fit.
            }
        }
        throw new UsageException(option + " must be a time such as 2025-07-02, 2025-07-02T10:15 or "
                + "2025-07-02T10:15:00Z, got " + text);
    }
}
