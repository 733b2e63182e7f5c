package dzvin.standalone.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a process finds about itself, be it a whole machine or a sick one.
 *
 * @param starter what comes before its own command
 * @param environment what is set beside what the test itself has
 */
public record Surroundings(List<String> starter, Map<String, String> environment) {
    /** Those of the test. */
    public static final Surroundings USUAL = new Surroundings(List.of(), Map.of());

    public Surroundings {
        starter = List.copyOf(starter);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
    }

    /** The same, and one thing more in the environment. */
    public Surroundings with(String variable, String value) {
        var more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Surroundings(starter, more);
    }

    /** Starts a process whose words are added to a file. */
    public Process start(List<String> command, Path log) throws IOException {
        var builder = new ProcessBuilder(
                        Stream.concat(starter.stream(), command.stream()).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
