package dzvin.standalone.replay;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Which stretch of the logs of a topic is read.
 *
 * @param since from the first record of each log that is not older
 * @param from offsets of the first record, by partition; a partition that is not named begins with {@code since}
 * @param to offsets that are not read any more, by partition; a partition that is not named goes on to its end
 */
public record LogStretch(Optional<Instant> since, Map<Integer, Long> from, Map<Integer, Long> to) {
    /** All that is there. */
    public static final LogStretch ALL = new LogStretch(Optional.empty(), Map.of(), Map.of());

    public LogStretch {
        from = Map.copyOf(from);
        to = Map.copyOf(to);
    }

    /** From a time on. */
    public static LogStretch since(Optional<Instant> time) {
        return new LogStretch(time, Map.of(), Map.of());
    }
}
