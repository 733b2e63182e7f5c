package dzvin.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Rejection;
import dzvin.schemas.avro.RejectionReason;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a report's JSON object. Strict: an unknown or repeated member is an error, for it may be a misspelt one whose
 * content would be lost. A value is never repeated in a reason: it may be in the wrong member, and be a contact.
 */
public final class ReportJson {
    /** A report is flat but for its list of features; in an array of reports that is three. */
    private static final int DEEPEST = 5;

    private static final int LONGEST_NAME = 100;
    private static final String FEATURES = "features";
    private static final Map<String, Field> FIELDS = fields();
    private static final NearestName NAMES = new NearestName(names());
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ReportJson() {}

    /** Reads JSON within the bounds that hold for reports: shared, thread-safe, and never reconfigured. */
    public static ObjectMapper mapper() {
        return JSON;
    }

    /** Reads a line of NDJSON. */
    public static Reading line(String text) {
        try {
            return report(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return refused(RejectionReason.MALFORMED, "", "the line is no JSON: write one report a line");
        }
    }

    /** Reads a report that has been parsed as JSON. */
    public static Reading report(JsonNode node) {
        if (!node.isObject()) {
            return refused(RejectionReason.MALFORMED, "", "it is JSON but no object: a report is an object");
        }
        var told = new EnumMap<Field, String>(Field.class);
        var features = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            var name = member.getKey();
            boolean isFeatures = name.equals(FEATURES);
            if (!isFeatures && !FIELDS.containsKey(name)) {
                return unknown(name);
            }
            boolean understood =
                    isFeatures ? addTexts(features, member.getValue()) : put(told, FIELDS.get(name), member.getValue());
            if (!understood) {
                return refused(
                        RejectionReason.BAD_FIELD, name, isFeatures ? "must be a list of texts" : "must be a text");
            }
        }
        return new Reading.Told(new RawReport(told, features, ZoneOffset.UTC));
    }

    /** Repeats the name only where it is nearly one of ours: anything else may be a misplaced contact. */
    private static Reading unknown(String name) {
        return NAMES.to(name)
                .map(nearest -> refused(
                        RejectionReason.UNKNOWN_FIELD,
                        name,
                        "a report has no field of this name, did you mean " + nearest + "?"))
                .orElseGet(() -> refused(
                        RejectionReason.UNKNOWN_FIELD,
                        "",
                        "a report has a field that is none of " + String.join(", ", names())));
    }

    private static boolean put(Map<Field, String> told, Field field, JsonNode value) {
        if (value.isTextual()) {
            told.put(field, value.asText());
        } else if (value.isNull() && field == Field.NUMBER) {
            told.put(field, RawReport.WITHHELD);
        }
        return value.isTextual() || value.isNull();
    }

    private static boolean addTexts(List<String> features, JsonNode value) {
        value.forEach(feature -> features.add(feature.asText()));
        return value.isNull() || (value.isArray() && value.valueStream().allMatch(JsonNode::isTextual));
    }

    private static Reading refused(RejectionReason reason, String field, String detail) {
        return new Reading.Refused(new Rejection(reason, field, detail));
    }

    private static Map<String, Field> fields() {
        var fields = new TreeMap<String, Field>();
        Arrays.stream(Field.values()).forEach(field -> fields.put(field.json(), field));
        return Collections.unmodifiableMap(fields);
    }

    private static List<String> names() {
        var names =
                new ArrayList<>(Arrays.stream(Field.values()).map(Field::json).toList());
        names.add(FEATURES);
        return List.copyOf(names);
    }
}
