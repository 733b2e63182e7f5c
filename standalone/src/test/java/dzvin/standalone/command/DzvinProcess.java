package dzvin.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.standalone.Main;
import dzvin.standalone.kafka.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The {@code dzvin} command as a process of its own, in a folder and on ports of its own. */
final class DzvinProcess {
    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    DzvinProcess(Path folder) {
        this.folder = folder;
        for (String variable : List.of("SINK", "INGEST", "DETECTOR", "EMBEDDED_KAFKA", "EMBEDDED_REGISTRY")) {
            environment.put("DZVIN_" + variable + "_PORT", Integer.toString(Ports.free()));
        }
        environment.put("DZVIN_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port("EMBEDDED_KAFKA"));
        environment.put("DZVIN_SCHEMA_REGISTRY_URL", "http://127.0.0.1:" + port("EMBEDDED_REGISTRY"));
    }

    int port(String service) {
        return Integer.parseInt(environment.get("DZVIN_" + service + "_PORT"));
    }

    Process start(String name, String... arguments) throws IOException {
        var command = Stream.concat(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()),
                Stream.of(arguments));
        var process = new ProcessBuilder(command.toList())
                .directory(folder.toFile())
                .redirectOutput(output(name).toFile())
                .redirectError(errors(name).toFile());
        process.environment().putAll(environment);
        return process.start();
    }

    /** Runs a command to its end and gives its status. */
    int run(String name, String... arguments) throws IOException, InterruptedException {
        var process = start(name, arguments);
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(name + " did not end: " + Files.readString(errors(name)));
        }
        return process.exitValue();
    }

    String printed(String name) throws IOException {
        return Files.readString(output(name), UTF_8);
    }

    String complained(String name) throws IOException {
        return Files.readString(errors(name), UTF_8);
    }

    private Path output(String name) {
        return folder.resolve(name + ".out");
    }

    private Path errors(String name) {
        return folder.resolve(name + ".err");
    }
}
