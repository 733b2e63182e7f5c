package dzvin.ingest.step;

import static java.time.temporal.ChronoUnit.MICROS;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Rejection;
import dzvin.schemas.avro.RejectionReason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the two clocks. A received time drives windows, so one that cannot be right refuses the report; a called time that
 * cannot be right is set aside, and the report stays.
 */
public final class Clocks {
    /** Clocks of partners run ahead by minutes, not by more. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** A called time may be a day ahead of its report: zones are mistaken, and dates are told without a time. */
    static final Duration CALLED_AHEAD = Duration.ofDays(1);

    /** People do report old calls; an older year is a slip of the keyboard. */
    static final Period OLDEST_CALL = Period.ofYears(20);

    /** No desk's records on unwanted calls go back further. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final int DATE_LENGTH = 10;

    private final InstantSource now;

    public Clocks(InstantSource now) {
        this.now = now;
    }

    /** Both times, of which the received one is always there. */
    public Times read(RawReport told, Consumer<Rejection> setAside) throws RefusedException {
        var receivedAsTold = received(told);
        var received = receivedAsTold
                .map(OffsetDateTime::toInstant)
                .orElseGet(now::instant)
                .truncatedTo(MICROS);
        return new Times(received, receivedAsTold, called(told, received, setAside));
    }

    private Optional<OffsetDateTime> received(RawReport told) throws RefusedException {
        var text = Texts.line(told, Field.RECEIVED_AT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var received = parsed(text.get(), told.zone());
        if (received.isEmpty() || received.get().toInstant().isBefore(EARLIEST)) {
            throw new RefusedException(
                    RejectionReason.BAD_TIME,
                    Field.RECEIVED_AT.json(),
                    "must be a date and time such as 2025-07-02T10:15:00+03:00, not before 1990");
        }
        if (received.get().toInstant().isAfter(now.instant().plus(CLOCK_SKEW))) {
            throw new RefusedException(
                    RejectionReason.FUTURE_TIME, Field.RECEIVED_AT.json(), "must not lie in the future");
        }
        return received;
    }

    private static Optional<OffsetDateTime> called(RawReport told, Instant received, Consumer<Rejection> setAside) {
        var text = Texts.line(told, Field.CALLED_AT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var called = parsed(text.get(), told.zone()).or(() -> noon(text.get(), told.zone(), received));
        if (called.isEmpty()) {
            setAside.accept(notCalled("must be a date and time such as 2025-07-02T09:50:00+03:00"));
        } else if (called.get().toInstant().isAfter(received.plus(CALLED_AHEAD))) {
            setAside.accept(notCalled("lies more than a day after the report"));
            return Optional.empty();
        } else if (called.get().plus(OLDEST_CALL).toInstant().isBefore(received)) {
            setAside.accept(notCalled("lies more than twenty years before the report"));
            return Optional.empty();
        }
        return called;
    }

    private static Rejection notCalled(String detail) {
        return new Rejection(RejectionReason.BAD_TIME, Field.CALLED_AT.json(), detail);
    }

    /** A time that exists twice when clocks go back is the earlier one, a skipped one is moved on by the gap. */
    private static Optional<OffsetDateTime> parsed(String text, ZoneId zone) {
        return PlainTime.of(text).or(() -> parsedSlowly(text, zone));
    }

    private static Optional<OffsetDateTime> parsedSlowly(String text, ZoneId zone) {
        if (text.length() <= DATE_LENGTH) {
            return Optional.empty();
        }
        var iso = text.charAt(DATE_LENGTH) == ' ' ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(11) : text;
        try {
            var time = DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, ZonedDateTime::from, LocalDateTime::from);
            var zoned = time instanceof LocalDateTime local ? local.atZone(zone) : (ZonedDateTime) time;
            return Optional.of(withMinutesOfOffset(zoned.toOffsetDateTime()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Offsets are kept in minutes: one with seconds, as before standard time, is rounded down without moving the instant. */
    private static OffsetDateTime withMinutesOfOffset(OffsetDateTime time) {
        int seconds = time.getOffset().getTotalSeconds();
        return seconds % 60 == 0
                ? time
                : time.withOffsetSameInstant(ZoneOffset.ofTotalSeconds(Math.floorDiv(seconds, 60) * 60));
    }

    /** A called time of a date alone is that day's noon, yet not later than the report. */
    private static Optional<OffsetDateTime> noon(String text, ZoneId zone, Instant received) {
        try {
            var noon = LocalDate.parse(text).atTime(12, 0).atZone(zone).toOffsetDateTime();
            var reported = received.atZone(zone).toOffsetDateTime();
            boolean sameDay = noon.toLocalDate().equals(reported.toLocalDate());
            return Optional.of(sameDay && reported.isBefore(noon) ? reported : noon);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
