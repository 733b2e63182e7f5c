package dzvin.ingest.file;

import dzvin.ingest.RawReport.Field;
import dzvin.ingest.file.Mapping.Clocks;
import dzvin.ingest.file.Mapping.Contents;
import dzvin.ingest.file.Mapping.DayRule;
import dzvin.ingest.file.Mapping.Identity;
import dzvin.ingest.file.Mapping.Layout;
import dzvin.ingest.file.Mapping.NumberRule;
import dzvin.ingest.yaml.YamlMap;
import dzvin.ingest.yaml.YamlMap.Text;
import dzvin.ingest.yaml.YamlProblems;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a {@link Mapping} of its YAML, rule by rule. */
final class MappingReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final YamlMap root;

    private MappingReader(YamlMap root) {
        this.root = root;
    }

    static Mapping read(String file, String yaml) {
        var problems = new YamlProblems(file, "mapping");
        var mapping = YamlMap.of(yaml, problems).map(root -> new MappingReader(root).mapping());
        problems.refuse(UnusableFileException::new);
        return mapping.orElseThrow();
    }

    private Mapping mapping() {
        var name = root.text("name")
                .filter(text -> matches(text, "name", NAME, "must be 1 to 64 of a-z, 0-9, '-' and '.'"));
        if (!root.has("name")) {
            root.refuseMissing("name", "must say what the source is called");
        }
        var country = root.text("country")
                .filter(text -> holds(
                        COUNTRIES.contains(text.value()), text, "country", "must be an ISO 3166-1 code such as UA"));
        var mapping = new Mapping(
                name.map(Text::value).orElse("unnamed"),
                country.map(Text::value),
                layout(),
                contents(),
                clocks(),
                identity());
        root.refuseUnknownKeys();
        return mapping;
    }

    private Layout layout() {
        var charset = root.text("charset")
                .flatMap(text -> parsed(
                        text,
                        "charset",
                        "must be a character set that Java knows, such as windows-1251",
                        Charset::forName))
                .orElse(StandardCharsets.UTF_8);
        var delimiter = root.text("delimiter")
                .filter(text -> holds(
                        text.value().length() == 1 && !"\"\r\n".contains(text.value()),
                        text,
                        "delimiter",
                        "must be one character, not a quote"))
                .map(text -> text.value().charAt(0))
                .orElse(',');
        var columns = root.texts("columns").stream().map(Text::value).toList();
        if (root.has("columns") && columns.isEmpty()) {
            root.refuseMissing("columns", "must name the columns of a file without a header line");
        }
        return new Layout(charset, delimiter, columns);
    }

    private Contents contents() {
        return new Contents(
                fields(),
                constants(),
                new FeatureRuleReader(root).rules(),
                new Blanks(root.texts("absent").stream()
                        .map(text -> text.value().strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet())),
                new NumberRule(
                        choice("emptyNumber", "withheld", "absent").equals("withheld"),
                        choice("numberNeedsDigits", "no", "yes").equals("yes")));
    }

    private Map<Field, List<Template>> fields() {
        var fields = new EnumMap<Field, List<Template>>(Field.class);
        var map = root.map("fields");
        if (!root.has("fields")) {
            root.refuseMissing("fields", "must say which columns hold what");
        }
        map.ifPresent(entries -> {
            for (String key : entries.keys()) {
                var columns = entries.texts(key);
                field(entries, key)
                        .ifPresent(field -> fields.put(
                                field,
                                columns.stream()
                                        .map(Text::value)
                                        .map(Template::of)
                                        .toList()));
                columns.stream()
                        .filter(text -> text.value().isBlank())
                        .forEach(text -> entries.refuse(text, key, "must name a column"));
            }
            if (!fields.containsKey(Field.RECEIVED_AT)) {
                entries.refuseMissing("receivedAt", "must say when the source learnt of the call");
            }
        });
        return fields;
    }

    private Map<Field, String> constants() {
        var constants = new EnumMap<Field, String>(Field.class);
        root.map("constants").ifPresent(entries -> {
            for (String key : entries.keys()) {
                var value = entries.text(key);
                field(entries, key).ifPresent(field -> value.ifPresent(text -> constants.put(field, text.value())));
            }
        });
        return constants;
    }

    private static Optional<Field> field(YamlMap entries, String key) {
        var field = Arrays.stream(Field.values())
                .filter(candidate -> candidate != Field.ID && candidate.json().equals(key))
                .findFirst();
        if (field.isEmpty()) {
            var known = Arrays.stream(Field.values())
                    .filter(candidate -> candidate != Field.ID)
                    .map(Field::json);
            entries.refuse(
                    new Text(key, entries.lineOf(key)),
                    key,
                    "must be one of " + known.collect(Collectors.joining(", ")));
        }
        return field;
    }

    private Clocks clocks() {
        Optional<ZoneId> zone = root.text("zone")
                .flatMap(text -> parsed(text, "zone", "must be a time zone such as Europe/Kyiv", ZoneId::of));
        if (!root.has("zone")) {
            root.refuseMissing("zone", "must say where times without an offset were told");
        }
        var patterns = root.texts("times").stream()
                .filter(text -> parsed(
                                text,
                                "times",
                                "must be date patterns such as yyyy-MM-dd HH:mm:ss",
                                TimePatterns::formatter)
                        .isPresent())
                .map(Text::value)
                .toList();
        if (!root.has("times")) {
            root.refuseMissing("times", "must say how times are written");
        }
        var dayRule = choice("dateOnly", "spread", "noon", "start");
        boolean dayByDay = choice("order", "file", "day").equals("day");
        return new Clocks(
                new TimePatterns(patterns, zone.orElse(ZoneOffset.UTC)),
                zone.orElse(ZoneOffset.UTC),
                DayRule.valueOf(dayRule.toUpperCase(Locale.ROOT)),
                dayByDay);
    }

    private Identity identity() {
        var id = root.texts("id");
        id.forEach(text -> holds(!text.value().isBlank(), text, "id", "must be a column or a template with {columns}"));
        var count = root.text("count")
                .filter(text -> holds(!text.value().isBlank(), text, "count", "must name the column of counts"));
        return new Identity(
                id.stream().map(Text::value).map(Template::of).toList(),
                choice("identicalRows", "separate", "same").equals("separate"),
                count.map(Text::value).map(Cells::canonical));
    }

    /** One of a few words; the first is the default. */
    private String choice(String key, String... words) {
        var rule = "must be one of " + String.join(", ", words);
        return root.text(key)
                .filter(text -> holds(List.of(words).contains(text.value()), text, key, rule))
                .map(Text::value)
                .orElse(words[0]);
    }

    private boolean matches(Text text, String key, Pattern pattern, String rule) {
        return holds(pattern.matcher(text.value()).matches(), text, key, rule);
    }

    private boolean holds(boolean holds, Text text, String key, String rule) {
        if (!holds) {
            root.refuse(text, key, rule);
        }
        return holds;
    }

    private <T> Optional<T> parsed(Text text, String key, String rule, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text.value()));
        } catch (IllegalArgumentException | DateTimeException e) {
            root.refuse(text, key, rule);
            return Optional.empty();
        }
    }
}
