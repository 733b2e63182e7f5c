package dzvin.ingest.file;

import dzvin.schemas.avro.RejectionReason;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of a file. Without a count column {@code accepted + duplicates + rejected = rows}; with one, a readable row
 * stands for as many reports as it counts, so the left side is those reports plus the unreadable rows.
 *
 * @param rows rows of the file, without its header and empty lines
 * @param accepted reports that are now kept and were not before
 * @param duplicates reports that were there already, or twice in the file
 * @param reasons how many were rejected for which reason
 */
public record ImportResult(long rows, long accepted, long duplicates, Map<RejectionReason, Long> reasons) {
    public ImportResult {
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
    }

    /** How many were rejected, for whatever reason. */
    public long rejected() {
        return reasons.values().stream().mapToLong(Long::longValue).sum();
    }

    /** One line of JSON. */
    public String json() {
        var listed = reasons.entrySet().stream()
                .map(reason -> "\"" + reason.getKey() + "\":" + reason.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return "{\"rows\":" + rows + ",\"accepted\":" + accepted + ",\"duplicates\":" + duplicates + ",\"rejected\":"
                + rejected() + ",\"reasons\":" + listed + "}";
    }

    /** One sentence. */
    public String sentence() {
        var listed = reasons.entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        return "%d rows: %d accepted, %d duplicates, %d rejected%s"
                .formatted(rows, accepted, duplicates, rejected(), listed.isEmpty() ? "" : " (" + listed + ")");
    }
}
