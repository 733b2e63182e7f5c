package dzvin.ingest.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Rejection;
import dzvin.ingest.file.Lines.Line;
import dzvin.schemas.avro.RejectionReason;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One report a line, as the HTTP gateway takes it. */
final class JsonEntries implements EntryReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Field> FIELDS =
            Arrays.stream(Field.values()).collect(Collectors.toUnmodifiableMap(Field::json, Function.identity()));

    private final Lines lines;
    private long rows;

    JsonEntries(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<Entry> next() {
        var line = lines.next();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line.map(this::entry);
    }

    @Override
    public long rows() {
        return rows;
    }

    private Entry entry(Line line) {
        rows++;
        if (line.cut()) {
            return refused(line, RejectionReason.TOO_LARGE, "", "the line is too long for a report");
        }
        try {
            var node = JSON.readTree(line.text());
            return node.isObject()
                    ? report(line, node)
                    : refused(line, RejectionReason.MALFORMED, "", "the line is JSON but no object");
        } catch (JsonProcessingException e) {
            return refused(line, RejectionReason.MALFORMED, "", "the line is no JSON: write one report a line");
        }
    }

    private static Entry report(Line line, JsonNode object) {
        var told = new EnumMap<Field, String>(Field.class);
        var features = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            var field = FIELDS.get(member.getKey());
            boolean isFeatures = member.getKey().equals("features");
            if (field == null && !isFeatures) {
                return refused(line, RejectionReason.UNKNOWN_FIELD, "", "a report has no field of one of these names");
            }
            boolean understood =
                    isFeatures ? addTexts(features, member.getValue()) : put(told, field, member.getValue());
            if (!understood) {
                var rule = isFeatures ? "must be a list of texts" : "must be a text";
                return refused(line, RejectionReason.BAD_FIELD, member.getKey(), rule);
            }
        }
        return new Entry.Told(line.number(), new RawReport(told, features, ZoneOffset.UTC));
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

    private static Entry refused(Line line, RejectionReason reason, String field, String detail) {
        return new Entry.Refused(line.number(), new Rejection(reason, field, detail));
    }
}
