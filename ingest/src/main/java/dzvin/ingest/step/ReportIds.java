package dzvin.ingest.step;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.schemas.Secret;
import dzvin.schemas.avro.RejectionReason;
import java.util.List;
import java.util.TreeSet;

/**
 * Gives a report its id: the one that was told, or else one derived from everything that was told, so that a retry is the
 * same report. Derived ids are keyed hashes: an id in a topic gives neither a contact nor the words of a call away to
 * whoever tries some. The reporter takes part as the pseudonym, for two people who say the same are two reports.
 */
public final class ReportIds {
    private static final List<Field> CONTENT = List.of(
            Field.RECEIVED_AT,
            Field.CALLED_AT,
            Field.NUMBER,
            Field.REGION,
            Field.AREA_CODE,
            Field.CHANNEL,
            Field.SOURCE,
            Field.TEXT,
            Field.LANGUAGE);

    private final KeyedHash hash;

    /** Ids that are derived under a key. */
    public ReportIds(Secret key) {
        this.hash = new KeyedHash(key, "report-id");
    }

    /** The report's id. */
    public String id(RawReport told, String pseudonym) throws RefusedException {
        var id = told.tells(Field.ID);
        if (id.isEmpty()) {
            return "r-" + hash.of(content(told, pseudonym));
        }
        if (id.get().isBlank() || !id.get().equals(id.get().strip())) {
            throw new RefusedException(
                    RejectionReason.BAD_ID, Field.ID.json(), "must not be blank, nor begin or end with a blank");
        }
        return id.get();
    }

    /** Each part with its length before it, so that no two different reports have the same content. */
    private static String content(RawReport told, String pseudonym) {
        var content = new StringBuilder();
        for (Field field : CONTENT) {
            told.tells(field).map(String::strip).ifPresent(value -> append(content, field.json(), value));
        }
        append(content, Field.REPORTER.json(), pseudonym);
        new TreeSet<>(told.features()).forEach(feature -> append(content, "feature", feature));
        return content.toString();
    }

    private static void append(StringBuilder content, String name, String value) {
        content.append(name)
                .append(' ')
                .append(value.length())
                .append(' ')
                .append(value)
                .append('\n');
    }
}
