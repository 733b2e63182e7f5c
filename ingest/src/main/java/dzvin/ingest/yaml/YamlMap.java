package dzvin.ingest.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML map that knows its lines, notes every problem instead of stopping at the first, and refuses unknown keys. */
public final class YamlMap {
    /** A scalar and where it stands. */
    public record Text(String value, int line) {}

    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final YamlProblems problems;
    private final String path;
    private final int line;

    private YamlMap(MappingNode node, String path, YamlProblems problems) {
        this.path = path;
        this.problems = problems;
        this.line = lineOf(node);
        for (NodeTuple tuple : node.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
                problems.add(lineOf(tuple.getKeyNode()), path + key, "must be there only once", "it again");
            }
            keyLines.putIfAbsent(key, lineOf(tuple.getKeyNode()));
        }
    }

    /** The document's map; empty, with the problem noted, where there is none. */
    public static Optional<YamlMap> of(String text, YamlProblems problems) {
        try {
            var settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
            var root = new Compose(settings).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode map) {
                return Optional.of(new YamlMap(map, "", problems));
            }
            problems.add(1, problems.what(), "must be a YAML map of keys", "none");
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(at, problems.what(), "must be YAML", String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            problems.add(1, problems.what(), "must be YAML", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    public int lineOf(String key) {
        return keyLines.getOrDefault(key, line);
    }

    /** All keys, in the order of the file; asking counts as knowing them. */
    public Collection<String> keys() {
        asked.addAll(entries.keySet());
        return entries.keySet();
    }

    public boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    /** A single value. */
    public Optional<Text> text(String key) {
        return Optional.ofNullable(node(key)).flatMap(node -> scalar(key, node));
    }

    /** A single value or a list of them. */
    public List<Text> texts(String key) {
        var node = node(key);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .flatMap(item -> scalar(key, item).stream())
                    .toList();
        }
        return node == null ? List.of() : scalar(key, node).stream().toList();
    }

    public Optional<YamlMap> map(String key) {
        var node = node(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode map) {
            return Optional.of(new YamlMap(map, path + key + ".", problems));
        }
        problems.add(lineOf(node), path + key, "must be a map", described(node));
        return Optional.empty();
    }

    public List<YamlMap> maps(String key) {
        var node = node(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(lineOf(node), path + key, "must be a list of maps", described(node));
            return List.of();
        }
        var maps = new ArrayList<YamlMap>();
        for (Node item : sequence.getValue()) {
            if (item instanceof MappingNode map) {
                maps.add(new YamlMap(map, path + key + ".", problems));
            } else {
                problems.add(lineOf(item), path + key, "must be a list of maps", described(item));
            }
        }
        return maps;
    }

    /** Notes that a key's value breaks a rule. */
    public void refuse(Text text, String key, String rule) {
        problems.add(text.line(), path + key, rule, text.value());
    }

    /** Notes that a key which must be there is not. */
    public void refuseMissing(String key, String rule) {
        problems.add(line, path + key, rule, "");
    }

    /** Notes every key that nobody asked for, with the nearest that somebody did. */
    public void refuseUnknownKeys() {
        for (String key : entries.keySet()) {
            if (!asked.contains(key)) {
                problems.add(
                        lineOf(key),
                        path + key,
                        "is no key of a " + problems.what() + " (did you mean " + nearest(key) + "?)",
                        "it");
            }
        }
    }

    private Node node(String key) {
        asked.add(key);
        return entries.get(key);
    }

    private Optional<Text> scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(new Text(isNull(scalar) ? "" : scalar.getValue(), lineOf(scalar)));
        }
        problems.add(lineOf(node), path + key, "must be a text", described(node));
        return Optional.empty();
    }

    private static boolean isNull(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.NULL);
    }

    private String nearest(String key) {
        return asked.stream()
                .min((a, b) -> Integer.compare(distance(a, key), distance(b, key)))
                .orElse("another");
    }

    /** Levenshtein's distance, without case. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[b.length()];
    }

    private static String described(Node node) {
        return node instanceof MappingNode ? "a map" : node instanceof SequenceNode ? "a list" : "a text";
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
