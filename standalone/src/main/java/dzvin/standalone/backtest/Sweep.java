package dzvin.standalone.backtest;

import dzvin.detector.core.policy.PolicyProblems;
import dzvin.detector.core.policy.PolicyReader;
import dzvin.standalone.failure.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One key of policies with the values that are tried for it: {@code falseAlarmsPerWeek=0.5,1,2}.
 *
 * @param key path of the key in the policy file, parts separated by dots
 */
public record Sweep(String key, List<String> values) {
    /** Reads {@code key=a,b,c}. */
    public static Sweep of(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || text.endsWith(",") || text.substring(equals + 1).isBlank()) {
            throw new UsageException("--sweep must be key=a,b,c, got " + text);
        }
        return new Sweep(
                text.substring(0, equals).strip(),
                List.of(text.substring(equals + 1).split("\\s*,\\s*")));
    }

    /** Every combination of the sweeps' values on a policy; without sweeps the policy itself. */
    public static List<Candidate> grid(String name, String policyText, List<Sweep> sweeps) {
        var settings = List.of(Map.<String, String>of());
        for (Sweep sweep : sweeps) {
            settings = settings.stream()
                    .flatMap(some -> sweep.values().stream().map(value -> with(some, sweep.key(), value)))
                    .toList();
        }
        return settings.stream().map(some -> candidate(name, policyText, some)).toList();
    }

    private static Map<String, String> with(Map<String, String> some, String key, String value) {
        var more = new LinkedHashMap<>(some);
        more.put(key, value);
        return more;
    }

    private static Candidate candidate(String name, String policyText, Map<String, String> settings) {
        var whole = new ArrayList<>(List.of(name));
        settings.forEach((key, value) -> whole.add(key + "=" + value));
        var text = settings.isEmpty() ? policyText : changed(policyText, settings);
        try {
            return new Candidate(String.join(" ", whole), PolicyReader.read(String.join(" ", whole), text));
        } catch (PolicyProblems e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** A file that is no YAML stays as it is: reading it as a policy will tell what is wrong. */
    private static String changed(String policyText, Map<String, String> settings) {
        try {
            var yaml = new Load(LoadSettings.builder().build());
            if (!(yaml.loadFromString(policyText) instanceof Map<?, ?> read)) {
                return policyText;
            }
            var root = copy(read);
            settings.forEach((key, value) -> put(root, key.split("\\."), yaml.loadFromString(value)));
            return new Dump(DumpSettings.builder().build()).dumpToString(root);
        } catch (YamlEngineException e) {
            return policyText;
        }
    }

    private static void put(Map<Object, Object> root, String[] path, Object value) {
        var section = root;
        for (int i = 0; i < path.length - 1; i++) {
            var inner = section.get(path[i]) instanceof Map<?, ?> map ? copy(map) : new LinkedHashMap<>();
            section.put(path[i], inner);
            section = inner;
        }
        section.put(path[path.length - 1], value);
    }

    private static Map<Object, Object> copy(Map<?, ?> map) {
        return new LinkedHashMap<>(map);
    }
}
