package dzvin.ingest;

import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report as it was told, before any step has looked at it: a JSON object, a row of a file, a form. What was not told
 * is absent; a number told as {@code null} is {@link #WITHHELD}.
 *
 * @param told the single-valued fields that were told, as text
 * @param features script features as ticked or mapped
 * @param zone where times without an offset were told
 */
public record RawReport(Map<Field, String> told, List<String> features, ZoneId zone) {
    /** What a caller number says when the caller showed none. */
    public static final String WITHHELD = "withheld";

    /** The single-valued fields of a report; {@link #json()} is the name that users see. */
    public enum Field {
        ID("id"),
        RECEIVED_AT("receivedAt"),
        CALLED_AT("calledAt"),
        NUMBER("number"),
        REGION("region"),
        /** Area code of the called line, where a source has one: the fallback for a missing region. */
        AREA_CODE("areaCode"),
        CHANNEL("channel"),
        SOURCE("source"),
        REPORTER("reporter"),
        TEXT("text"),
        LANGUAGE("language");

        private final String json;

        Field(String json) {
            this.json = json;
        }

        /** The field's name in JSON, mappings and rejections. */
        public String json() {
            return json;
        }
    }

    public RawReport {
        told = Collections.unmodifiableMap(told.isEmpty() ? new EnumMap<>(Field.class) : new EnumMap<>(told));
        features = List.copyOf(features);
    }

    /** What was told in a field. */
    public Optional<String> tells(Field field) {
        return Optional.ofNullable(told.get(field));
    }

    /** Names only which fields were told: the values may hold a reporter's contact. */
    @Override
    public String toString() {
        return "RawReport" + told.keySet();
    }
}
