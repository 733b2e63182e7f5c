package dzvin.detector.core.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 5m}, {@code 6h}, {@code 7d}. */
final class Durations {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,7})([smhd])");
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    static Optional<Duration> read(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofSeconds(Long.parseLong(parts.group(1)) * seconds(parts.group(2))));
    }

    /** In the largest unit that needs no fraction. */
    static String write(Duration duration) {
        long seconds = duration.toSeconds();
        for (String unit : new String[] {"d", "h", "m"}) {
            if (seconds != 0 && seconds % seconds(unit) == 0) {
                return seconds / seconds(unit) + unit;
            }
        }
        return seconds + "s";
    }

    private static long seconds(String unit) {
        return switch (unit) {
            case "d" -> DAY;
            case "h" -> HOUR;
            case "m" -> MINUTE;
            default -> 1;
        };
    }
}
