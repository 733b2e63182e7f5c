package dzvin.standalone.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs blocks of commands one after the other in one folder, as a reader of the document would. What was started in the
 * background lives until the session closes.
 */
final class ShellSession implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(30);

    private final Path folder;
    private final Map<String, String> environment;
    private final Map<String, String> replacements;
    private final Deque<Process> background = new ArrayDeque<>();

    /**
     * @param folder where the commands run
     * @param environment what the commands find in their environment beside the test's own
     * @param replacements text of the document that is replaced before it runs, such as ports that may be taken here
     */
    ShellSession(Path folder, Map<String, String> environment, Map<String, String> replacements) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.replacements = Map.copyOf(replacements);
    }

    void play(ShellBlock block) throws IOException, InterruptedException {
        if (block.directive() instanceof Directive.Skip skip) {
            abort(skip.reason());
        } else if (block.directive() instanceof Directive.Background started) {
            start(block, started.until());
        } else if (block.directive() instanceof Directive.Run run) {
            String output = run(block);
            run.expected().ifPresent(text -> assertThat(output).contains(text));
        }
    }

    private String run(ShellBlock block) throws IOException, InterruptedException {
        Path output = outputOf(block);
        Process process = launch(block, output);
        try {
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended)
                    .as("ends in %s; so far it said:%n%s", PATIENCE, read(output))
                    .isTrue();
            assertThat(process.exitValue())
                    .as("status; it said:%n%s", read(output))
                    .isZero();
        } finally {
            stop(process);
        }
        return read(output);
    }

    private void start(ShellBlock block, String until) throws IOException {
        Path output = outputOf(block);
        Process process = launch(block, output);
        background.push(process);
        await("\"" + until + "\" in the output of " + block.title())
                .atMost(PATIENCE)
                .until(() -> read(output).contains(until) || !process.isAlive());
        assertThat(read(output)).contains(until);
        assertThat(process.isAlive())
                .as("still runs; it said:%n%s", read(output))
                .isTrue();
    }

    private Path outputOf(ShellBlock block) throws IOException {
        return Files.createTempFile("readme-line-" + block.line() + "-", ".log");
    }

    private Process launch(ShellBlock block, Path output) throws IOException {
        String commands = block.commands();
        for (var replacement : replacements.entrySet()) {
            commands = commands.replace(replacement.getKey(), replacement.getValue());
        }
        var builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String read(Path output) {
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + output, unreadable);
        }
    }

    /** Asks the whole family of the process to end, then makes it. */
    private static void stop(Process process) throws InterruptedException {
        var family = process.descendants().toList();
        family.forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        family.forEach(member -> member.onExit()
                .completeOnTimeout(member, TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)
                .join());
        family.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        try {
            while (!background.isEmpty()) {
                stop(background.pop());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
