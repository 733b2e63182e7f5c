package dzvin.ingest.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a source writes times: the first pattern that fits counts. A time without an offset is local to the source's zone;
 * one that a clock change skipped is moved on by the gap, one that it repeated is the earlier.
 */
final class TimePatterns {
    private static final Pattern HALF_DAY = Pattern.compile("(?i)\\b([ap])\\.\\s?m\\b\\.?");

    private static final Pattern YEAR_OUTSIDE_QUOTES = Pattern.compile("y(?=(?:[^']*'[^']*')*[^']*$)");

    private final List<DateTimeFormatter> formatters;
    private final ZoneId zone;
    private volatile Known latest = new Known("", Optional.empty());

    /** What was read last: neighbouring rows tell the same time, where it is a day. */
    private record Known(String told, Optional<Moment> moment) {}

    /** Throws {@link IllegalArgumentException} if a pattern is none. */
    TimePatterns(List<String> patterns, ZoneId zone) {
        this.formatters = patterns.stream().map(TimePatterns::formatter).toList();
        this.zone = zone;
    }

    static DateTimeFormatter formatter(String pattern) {
        // "y" is the year of an era, which strict resolving refuses without the era: users mean the year.
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(YEAR_OUTSIDE_QUOTES.matcher(pattern).replaceAll("u"))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    Optional<Moment> read(String told) {
        var known = latest;
        if (!known.told().equals(told)) {
            known = new Known(told, parsed(told));
            latest = known;
        }
        return known.moment();
    }

    private Optional<Moment> parsed(String told) {
        var text = HALF_DAY.matcher(told).replaceAll("$1m");
        return formatters.stream()
                .flatMap(formatter -> parsed(formatter, text).stream())
                .findFirst()
                .map(this::moment);
    }

    private static Optional<TemporalAccessor> parsed(DateTimeFormatter formatter, String text) {
        try {
            return Optional.of(formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Moment moment(TemporalAccessor parsed) {
        if (parsed instanceof OffsetDateTime exact) {
            return new Moment(exact, false);
        }
        if (parsed instanceof LocalDateTime local) {
            return new Moment(local.atZone(zone).toOffsetDateTime(), false);
        }
        return new Moment(LocalDate.from(parsed).atStartOfDay(zone).toOffsetDateTime(), true);
    }
}
