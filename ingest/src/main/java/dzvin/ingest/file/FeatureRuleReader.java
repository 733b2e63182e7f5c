package dzvin.ingest.file;

import dzvin.ingest.yaml.YamlMap;
import dzvin.ingest.yaml.YamlMap.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the {@link FeatureRule}s of a mapping's {@code features}. */
final class FeatureRuleReader {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern PREFIX = Pattern.compile("([a-z0-9][a-z0-9-]{0,31})?");

    private final YamlMap root;

    FeatureRuleReader(YamlMap root) {
        this.root = root;
    }

    List<FeatureRule> rules() {
        return root.maps("features").stream().map(FeatureRuleReader::rule).toList();
    }

    private static FeatureRule rule(YamlMap map) {
        var columns = map.texts("column").stream().map(Text::value).toList();
        if (columns.isEmpty() || columns.stream().anyMatch(String::isBlank)) {
            map.refuseMissing("column", "must name a column");
        }
        var table = table(map);
        var whenYes = code(map, "whenYes", CODE, "must be a feature code such as recorded-voice");
        var prefix = code(map, "prefix", PREFIX, "must be the start of a feature code, at most 32 characters");
        if (whenYes.isPresent() && (map.has("values") || map.has("prefix"))) {
            map.refuseMissing("whenYes", "must stand alone, without values or prefix");
        }
        var ignored = map.texts("ignore").stream()
                .map(text -> text.value().strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        var separator = map.text("separator").map(Text::value).map(Pattern::quote);
        map.refuseUnknownKeys();
        boolean valueIsCode = table.isEmpty() && whenYes.isEmpty() && prefix.isEmpty();
        return new FeatureRule(columns, table, valueIsCode ? Optional.of("") : prefix, whenYes, ignored, separator);
    }

    private static Map<String, String> table(YamlMap map) {
        var table = new HashMap<String, String>();
        map.map("values").ifPresent(values -> {
            for (String value : values.keys()) {
                code(values, value, CODE, "must be a feature code such as recorded-voice")
                        .ifPresent(code -> table.put(value.strip().toLowerCase(Locale.ROOT), code));
            }
        });
        return Map.copyOf(table);
    }

    private static Optional<String> code(YamlMap map, String key, Pattern legal, String rule) {
        var text = map.text(key);
        text.filter(code -> !legal.matcher(code.value()).matches()).ifPresent(code -> map.refuse(code, key, rule));
        return text.map(Text::value);
    }
}
