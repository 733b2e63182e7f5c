package dzvin.detector.core.policy;

import dzvin.detector.core.view.Dimension;
import dzvin.detector.core.view.View;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules that policy values are held to. */
final class Rules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,10}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int DECIMALS = 6;

    private Rules() {}

    static Rule<String> name() {
        return new Rule<>(
                "must be a name of small letters, digits and hyphens, at most 40",
                text -> Optional.of(text).filter(name -> NAME.matcher(name).matches()),
                Function.identity());
    }

    static Rule<Duration> duration(String least, String most) {
        var from = Durations.read(least).orElseThrow();
        var to = Durations.read(most).orElseThrow();
        return new Rule<>(
                "must be a duration from " + least + " to " + most + ", such as 90s, 5m, 6h, 7d",
                text -> Durations.read(text)
                        .filter(duration -> duration.compareTo(from) >= 0 && duration.compareTo(to) <= 0),
                Durations::write);
    }

    static Rule<Duration> partOfAnHour() {
        var any = duration("10s", "1h");
        return new Rule<>(
                "must be a duration from 10s to 1h that divides an hour evenly, such as 5m",
                text -> any.reader()
                        .apply(text)
                        .filter(duration -> Duration.ofHours(1).toMillis() % duration.toMillis() == 0),
                any.writer());
    }

    static Rule<Integer> count(int least, int most) {
        return new Rule<>(
                "must be a whole number from " + least + " to " + most,
                text -> Optional.of(text)
                        .filter(digits -> COUNT.matcher(digits).matches())
                        .map(Long::valueOf)
                        .filter(number -> number >= least && number <= most)
                        .map(Long::intValue),
                String::valueOf);
    }

    static Rule<Double> number(String least, String most) {
        var from = new BigDecimal(least);
        var to = new BigDecimal(most);
        return new Rule<>(
                "must be a number from " + least + " to " + most + " with at most " + DECIMALS + " decimals",
                text -> Optional.of(text)
                        .filter(digits -> NUMBER.matcher(digits).matches())
                        .map(BigDecimal::new)
                        .filter(number -> number.compareTo(from) >= 0 && number.compareTo(to) <= 0)
                        .map(BigDecimal::doubleValue),
                Rules::plain);
    }

    static Rule<Boolean> yesOrNo() {
        return new Rule<>(
                "must be true or false",
                text -> switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                },
                String::valueOf);
    }

    static Rule<ZoneId> zone() {
        return new Rule<>(
                "must be a time zone of the IANA database, such as Europe/Kyiv",
                text -> ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty(),
                ZoneId::getId);
    }

    static Rule<LocalDate> date() {
        return new Rule<>("must be a date such as 2026-01-31", Rules::readDate, LocalDate::toString);
    }

    static Rule<View> view() {
        var words = Arrays.stream(Dimension.values()).map(Dimension::word).collect(Collectors.joining(", "));
        return new Rule<>(
                "must be different ones of " + words + ", joined by +, such as region+feature",
                Rules::readView,
                View::name);
    }

    private static Optional<LocalDate> readDate(String text) {
        try {
            return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<View> readView(String text) {
        var dimensions = new ArrayList<Dimension>();
        for (String word : text.split("\\+", -1)) {
            var dimension = Arrays.stream(Dimension.values())
                    .filter(known -> known.word().equals(word.strip()))
                    .findFirst();
            if (dimension.isEmpty() || dimensions.contains(dimension.get())) {
                return Optional.empty();
            }
            dimensions.add(dimension.get());
        }
        return Optional.of(new View(List.copyOf(dimensions)));
    }

    /** The same digits on every Java. */
    private static String plain(double number) {
        return new BigDecimal(number)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
