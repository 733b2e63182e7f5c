package dzvin.detector.core.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** A policy file taken apart into the keys that are known, with their lines; all else is noted as a problem. */
final class PolicyDocument {
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Problems problems;

    private PolicyDocument(Problems problems) {
        this.problems = problems;
    }

    static PolicyDocument of(String text, Problems problems) {
        var document = new PolicyDocument(problems);
        try {
            var settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
            new Compose(settings).composeString(text).ifPresent(document::takeRoot);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(line, "policy file", "must be one YAML document", String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            problems.add(1, "policy file", "must be one YAML document", String.valueOf(e.getMessage()));
        }
        return document;
    }

    /** Line of a key, of the file's first line if the key is not there. */
    int line(PolicyKey<?> key) {
        return lines.getOrDefault(key.path(), 1);
    }

    /** The single value under a key. */
    <V> Optional<V> one(PolicyKey<V> key) {
        return Optional.ofNullable(values.get(key.path())).flatMap(node -> value(key, key.path(), node));
    }

    /** The list under a key; empty if the key is not there. */
    <V> Optional<List<V>> list(PolicyKey<V> key) {
        var node = values.get(key.path());
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(line(key), key.path(), "must be a list such as [a, b]", described(node));
            return Optional.empty();
        }
        var items = new ArrayList<V>();
        for (Node item : sequence.getValue()) {
            value(key, key.path(), item).ifPresent(items::add);
        }
        return Optional.of(items);
    }

    /** The map under a key. */
    <V> Map<String, V> named(PolicyKey<V> key) {
        var named = new LinkedHashMap<String, V>();
        var node = values.get(key.path());
        if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                var path = key.path() + "." + name(tuple);
                value(key, path, tuple.getValueNode()).ifPresent(value -> {
                    if (named.put(name(tuple), value) != null) {
                        problems.add(line(tuple.getKeyNode()), path, "must be there only once", "it again");
                    }
                });
            }
        } else if (node != null && !isNothing(node)) {
            problems.add(line(key), key.path(), "must be a map of region codes", described(node));
        }
        return named;
    }

    private void takeRoot(Node root) {
        if (root instanceof MappingNode map) {
            take(map, "");
        } else if (!isNothing(root)) {
            problems.add(line(root), "policy file", "must be a map of keys", described(root));
        }
    }

    private void take(MappingNode map, String prefix) {
        for (NodeTuple tuple : map.getValue()) {
            var path = prefix + name(tuple);
            int line = line(tuple.getKeyNode());
            if (lines.putIfAbsent(path, line) != null) {
                problems.add(line, path, "must be there only once", "it again");
            } else if (KnownPaths.isKey(path)) {
                values.put(path, tuple.getValueNode());
            } else if (KnownPaths.isSection(path)) {
                takeSection(path, tuple.getValueNode(), line);
            } else {
                problems.add(line, path, "is no key of a policy" + KnownPaths.hint(path), "it");
            }
        }
    }

    private void takeSection(String path, Node node, int line) {
        if (node instanceof MappingNode map) {
            take(map, path + ".");
        } else if (!isNothing(node)) {
            problems.add(line, path, "must be a map of keys", described(node));
        }
    }

    private <V> Optional<V> value(PolicyKey<V> key, String path, Node node) {
        if (!(node instanceof ScalarNode scalar) || isNothing(node)) {
            problems.add(line(node), path, key.rule().text(), described(node));
            return Optional.empty();
        }
        var value = key.rule().reader().apply(scalar.getValue());
        if (value.isEmpty()) {
            problems.add(line(node), path, key.rule().text(), scalar.getValue());
        }
        return value;
    }

    private static String name(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static String described(Node node) {
        return isNothing(node)
                ? "nothing"
                : node instanceof MappingNode ? "a map" : node instanceof SequenceNode ? "a list" : "a single value";
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
