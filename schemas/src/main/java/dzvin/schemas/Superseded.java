package dzvin.schemas;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;

/**
 * Which early alerts a final alert takes the place of. Told in a header of the alert's record, since what was said early depends on the
 * moment, and the record's value is the same whenever the stream is read.
 */
public final class Superseded {
    /** The header: ids with commas between them. */
    public static final String HEADER = "dzvin.supersedes";

    private Superseded() {}

    /** Adds nothing where there is nothing to tell. */
    public static void write(List<UUID> early, Headers headers) {
        if (!early.isEmpty()) {
            var ids = early.stream().map(UUID::toString).collect(Collectors.joining(","));
            headers.add(HEADER, ids.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The early alerts' ids. */
    public static List<String> read(Headers headers) {
        var header = headers.lastHeader(HEADER);
        return header == null || header.value() == null
                ? List.of()
                : List.of(new String(header.value(), StandardCharsets.UTF_8).split(","));
    }
}
