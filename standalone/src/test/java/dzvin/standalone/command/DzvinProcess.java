package dzvin.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.schemas.KafkaConnection;
import dzvin.standalone.Main;
import dzvin.standalone.kafka.Ports;
import dzvin.standalone.process.JavaCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The {@code dzvin} command as a process of its own, in a folder and on ports of its own. */
final class DzvinProcess {
    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> starters = new ArrayList<>();

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

    /** The same, with whatever starts its processes before their own command. */
    DzvinProcess by(List<String> starter) {
        starters.addAll(starter);
        return this;
    }

    /** A setting or another variable of the environment. */
    DzvinProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    KafkaConnection connection() {
        return new KafkaConnection(
                environment.get("DZVIN_KAFKA_BOOTSTRAP_SERVERS"),
                URI.create(environment.get("DZVIN_SCHEMA_REGISTRY_URL")),
                Map.of());
    }

    /** Returns when a line of its output says so; fails if it ends before. */
    void awaitWord(Process process, String name, String word) throws IOException {
        await().atMost(Duration.ofMinutes(3)).until(() -> printed(name).contains(word) || !process.isAlive());
        assertThat(printed(name))
                .as("%s complained: %s", name, complained(name))
                .contains(word);
    }

    Process start(String name, String... arguments) throws IOException {
        var command = new ArrayList<>(starters);
        command.addAll(JavaCommand.of(512, Main.class, List.of(arguments)));
        var process = new ProcessBuilder(command)
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
