package dzvin.standalone.backtest;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.PolicyProblems;
import dzvin.detector.core.policy.PolicyReader;
import dzvin.standalone.failure.UsageException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    /** Commas inside of brackets or quotes part no values: {@code scales=[1h, 24h],[15m, 24h]} has two. */
    private static final Pattern VALUE = Pattern.compile("(?:\\[[^\\[\\]]*]|\"[^\"]*\"|'[^']*'|[^,])+");

    public Sweep {
        values = List.copyOf(values);
    }

    /** Reads {@code key=a,b,c}. */
    public static Sweep of(String text) {
        int equals = text.indexOf('=');
        var key = text.substring(0, Math.max(0, equals)).strip();
        var values = values(text.substring(equals + 1));
        if (Stream.concat(parts(key), values.stream()).anyMatch(String::isBlank)) {
            throw new UsageException("--sweep must be key=a,b,c, got " + text);
        }
        if (values.stream().distinct().count() < values.size()) {
            throw new UsageException("--sweep tries a value twice, got " + text);
        }
        return new Sweep(key, values);
    }

    private static Stream<String> parts(String key) {
        return Arrays.stream(key.split("\\.", -1));
    }

    private static List<String> values(String text) {
        var values = new ArrayList<String>();
        var value = VALUE.matcher(text);
        int at = 0;
        while (at <= text.length()) {
            int end = value.region(at, text.length()).lookingAt() ? value.end() : at;
            values.add(text.substring(at, end).strip());
            at = end + 1;
        }
        return values;
    }

    /** How many candidates {@link #grid} makes of one policy. */
    public static BigInteger size(List<Sweep> sweeps) {
        return sweeps.stream()
                .map(sweep -> BigInteger.valueOf(sweep.values().size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
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

    private static Candidate candidate(String file, String policyText, Map<String, String> settings) {
        if (settings.isEmpty()) {
            return new Candidate(file, read(file, policyText));
        }
        var whole = new ArrayList<>(List.of(file));
        settings.forEach((key, value) -> whole.add(key + "=" + value));
        var name = String.join(" ", whole);
        try {
            return new Candidate(name, PolicyReader.read(name, changed(file, policyText, settings)));
        } catch (PolicyProblems e) {
            read(file, policyText);
            throw new UsageException(withoutLines(name, e.problems()), e);
        }
    }

    private static Policy read(String file, String policyText) {
        try {
            return PolicyReader.read(file, policyText);
        } catch (PolicyProblems e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** The file is right by itself: its lines have nothing to do with what is wrong once a value is put into it. */
    private static String withoutLines(String name, List<String> problems) {
        return problems.stream()
                .map(problem -> name + problem.substring(name.length()).replaceFirst("^:\\d+", ":"))
                .collect(Collectors.joining("\n"));
    }

    /** A policy may be empty. */
    private static String changed(String file, String policyText, Map<String, String> settings) {
        var root = new LinkedHashMap<Object, Object>();
        var read = yaml(policyText);
        if (read.filter(Map.class::isInstance).isPresent()) {
            root.putAll((Map<?, ?>) read.get());
        } else {
            read(file, policyText);
        }
        settings.forEach((key, value) -> put(
                root,
                key.split("\\."),
                yaml(value)
                        .orElseThrow(
                                () -> new UsageException("--sweep " + key + " tries what is no value: " + value))));
        return new Dump(DumpSettings.builder().build()).dumpToString(root);
    }

    /** Empty if it says nothing, or is no YAML. */
    private static Optional<Object> yaml(String text) {
        try {
            return Optional.ofNullable(new Load(LoadSettings.builder().build()).loadFromString(text));
        } catch (YamlEngineException e) {
            return Optional.empty();
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
