package dzvin.standalone.command;

import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.LogBounds;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a user names offsets by: {@code partition:offset}, several with commas. */
final class OffsetsOption {
    private static final Pattern PAIR = Pattern.compile("(\\d{1,6}):(\\d{1,18})");

    private OffsetsOption() {}

    static SortedMap<Integer, Long> of(String option, String text) {
        var offsets = new TreeMap<Integer, Long>();
        for (String pair : text.split(",", -1)) {
            var match = PAIR.matcher(pair.strip());
            if (!match.matches()
                    || offsets.put(Integer.valueOf(match.group(1)), Long.valueOf(match.group(2))) != null) {
                throw new UsageException(
                        option + " must be partition:offset, each partition once, such as 0:1200,1:950, got " + text);
            }
        }
        return offsets;
    }

    /** Throws unless the topic has these offsets. */
    static void requireWithin(LogBounds bounds, String topic, String option, Map<Integer, Long> offsets) {
        offsets.forEach((partition, offset) -> {
            if (!bounds.ends().containsKey(partition)) {
                throw new UsageException(option + " names partition " + partition + ": " + topic + " has "
                        + bounds.partitions() + " partitions, counted from 0");
            }
            long begin = bounds.begins().get(partition);
            long end = bounds.ends().get(partition);
            if (offset < begin || offset > end) {
                throw new UsageException(option + " must be between " + begin + " and " + end + " for partition "
                        + partition + " of " + topic + ", got " + offset);
            }
        });
    }
}
