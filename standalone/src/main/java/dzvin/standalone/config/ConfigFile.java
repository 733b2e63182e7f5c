package dzvin.standalone.config;

import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML file, flattened: sections become the first parts of keys, and every value knows its line. */
final class ConfigFile {
    private final Path file;
    private final Problems problems;
    private final List<Given> given = new ArrayList<>();
    private final TreeSet<String> seen = new TreeSet<>();

    private ConfigFile(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static List<Given> read(Path file, Problems problems) {
        var reader = new ConfigFile(file, problems);
        reader.compose(contentOf(file)).ifPresent(root -> reader.flatten("", root));
        return reader.given;
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no configuration file " + file, e);
        } catch (CharacterCodingException e) {
            throw new UsageException("the configuration file " + file + " is not written in UTF-8", e);
        } catch (IOException e) {
            throw new UsageException("cannot read the configuration file " + file, e);
        }
    }

    private Optional<Node> compose(String text) {
        try {
            var settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(new Origin.Line(file, line), "configuration", "must be YAML", String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            problems.add(new Origin.Line(file, 1), "configuration", "must be YAML", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private void flatten(String key, Node node) {
        if (node instanceof MappingNode map) {
            map.getValue().forEach(entry -> flatten(join(key, entry.getKeyNode()), entry.getValueNode()));
        } else if (node instanceof ScalarNode scalar) {
            take(key, scalar);
        } else {
            problems.add(originOf(node), key.isEmpty() ? "configuration" : key, "must be a single value", "a list");
        }
    }

    private void take(String key, ScalarNode scalar) {
        if (key.isEmpty()) {
            problems.add(originOf(scalar), "configuration", "must be a YAML map of keys", scalar.getValue());
        } else if (!seen.add(key)) {
            problems.add(originOf(scalar), key, "must be there only once", "it again");
        } else {
            var value =
                    scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue().strip();
            given.add(new Given(key, value, originOf(scalar)));
        }
    }

    private static String join(String section, Node name) {
        var text = name instanceof ScalarNode scalar ? scalar.getValue() : "?";
        return section.isEmpty() ? text : section + "." + text;
    }

    private Origin originOf(Node node) {
        return new Origin.Line(
                file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }
}
