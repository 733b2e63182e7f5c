package dzvin.ingest.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.ingest.file.Lines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Rows of one JSON object a line. Members of inner objects are columns too, as {@code outer.inner}. */
final class JsonRows implements RowReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lines lines;

    JsonRows(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<Row> next() {
        var line = lines.next();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line.map(JsonRows::row);
    }

    private static Row row(Line line) {
        if (line.cut()) {
            return Row.tooLong(line.number());
        }
        try {
            var node = JSON.readTree(line.text());
            return node.isObject()
                    ? new Row.Whole(line.number(), JsonCells.of(node))
                    : Row.broken(line.number(), "the line is JSON but no object: write one object a line");
        } catch (JsonProcessingException e) {
            return Row.broken(line.number(), "the line is no JSON: write one object a line");
        }
    }

    private record JsonCells(TreeMap<String, List<String>> values) implements Cells {
        static JsonCells of(JsonNode object) {
            var values = new TreeMap<String, List<String>>();
            collect("", object, values);
            return new JsonCells(values);
        }

        @Override
        public List<String> under(String column) {
            return values.getOrDefault(column, List.of());
        }

        @Override
        public String content(Predicate<String> counted) {
            var content = new StringBuilder();
            for (Map.Entry<String, List<String>> cell : values.entrySet()) {
                if (counted.test(cell.getKey())) {
                    content.append(cell.getKey())
                            .append('=')
                            .append(cell.getValue())
                            .append('\u001f');
                }
            }
            return content.toString();
        }

        private static void collect(String prefix, JsonNode object, Map<String, List<String>> into) {
            object.properties().forEach(member -> {
                var name = prefix + Cells.canonical(member.getKey());
                var value = member.getValue();
                if (value.isObject()) {
                    collect(name + ".", value, into);
                } else if (value.isArray()) {
                    var texts = new ArrayList<String>();
                    value.forEach(
                            element -> texts.add(element.isContainerNode() ? element.toString() : element.asText()));
                    into.put(name, List.copyOf(texts));
                } else {
                    into.put(name, value.isNull() ? List.of() : List.of(value.asText()));
                }
            });
        }
    }
}
