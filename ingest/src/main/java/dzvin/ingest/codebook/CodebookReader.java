package dzvin.ingest.codebook;

import dzvin.ingest.yaml.YamlMap;
import dzvin.ingest.yaml.YamlMap.Text;
import dzvin.ingest.yaml.YamlProblems;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Makes a {@link Codebook} of its YAML, and notes every mistake with its line. */
final class CodebookReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,31}");
    private static final Pattern FEATURE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int LONGEST_FILE = 1_000_000;
    private static final int MOST_FEATURES = 200;
    private static final int MOST_PHRASES = 10_000;

    private final YamlMap root;
    private final PhraseReader phrases = new PhraseReader();
    private final List<Rule> rules = new ArrayList<>();

    private CodebookReader(YamlMap root) {
        this.root = root;
    }

    static Codebook read(String file, String yaml) {
        var problems = new YamlProblems(file, "codebook");
        if (yaml.length() > LONGEST_FILE) {
            problems.add(1, "codebook", "must have at most " + LONGEST_FILE + " characters", yaml.length() + "");
            problems.refuse(UnusableCodebookException::new);
        }
        var codebook = YamlMap.of(yaml, problems).map(root -> new CodebookReader(root).codebook());
        problems.refuse(UnusableCodebookException::new);
        return codebook.orElseThrow();
    }

    private Codebook codebook() {
        var name = required("name", "must say what the codebook is called, in a-z, 0-9, '-' and '.'");
        var version = required("version", "must say which version it is, in a-z, 0-9, '-' and '.'");
        root.map("words").ifPresent(phrases::name);
        if (!root.has("features")) {
            root.refuseMissing("features", "must say which phrases show which feature");
        }
        root.map("features").ifPresent(this::readFeatures);
        root.refuseUnknownKeys();
        if (phrases.phrases().size() > MOST_PHRASES) {
            root.refuseMissing("features", "must have at most " + MOST_PHRASES + " different phrases");
        }
        return new Codebook(
                name + "/" + version, phrases.vocabulary(), phrases.phrases(), phrases.byFirstWord(), rules);
    }

    private String required(String key, String rule) {
        var text = root.text(key);
        if (text.isEmpty()) {
            root.refuseMissing(key, rule);
        }
        text.filter(value -> !NAME.matcher(value.value()).matches()).ifPresent(value -> root.refuse(value, key, rule));
        return text.map(Text::value).orElse("");
    }

    private void readFeatures(YamlMap features) {
        if (features.keys().size() > MOST_FEATURES) {
            root.refuseMissing("features", "must be at most " + MOST_FEATURES);
        }
        for (String feature : features.keys()) {
            if (!FEATURE.matcher(feature).matches()) {
                features.refuse(
                        new Text(feature, features.lineOf(feature)), feature, "must be a code of a-z, 0-9 and '-'");
            }
            features.maps(feature).forEach(rule -> readRule(feature, rule));
        }
    }

    private void readRule(String feature, YamlMap map) {
        var groups = new ArrayList<BitSet>();
        if (map.has("any")) {
            groups.add(phrases.read(map, "any"));
        }
        map.map("all").ifPresent(all -> all.keys().forEach(group -> groups.add(phrases.read(all, group))));
        if (map.has("any") == map.has("all")
                || groups.isEmpty()
                || groups.stream().anyMatch(BitSet::isEmpty)) {
            map.refuseMissing("any", "must list phrases, or else all must name groups of phrases");
        }
        var not = phrases.read(map, "not");
        map.refuseUnknownKeys();
        rules.add(new Rule(feature, List.copyOf(groups), not));
    }
}
