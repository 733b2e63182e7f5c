package dzvin.bench.throughput;

import dzvin.standalone.log.LogFormat;
import dzvin.standalone.log.Logging;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An instance of the detector as a process of its own, so that it can be killed. */
public final class InstanceProcess implements AutoCloseable {
    private static final String DECIDED = "decided to the end";

    private final Process process;

    private InstanceProcess(Process process) {
        this.process = process;
    }

    /** @param arguments the instance's name, its disk, copies on others, and a course */
    public static void main(String[] arguments) throws InterruptedException {
        Logging.toStandardError(LogFormat.PLAIN, "ERROR");
        var words = List.of(arguments);
        var course = Course.of(words.subList(3, words.size()));
        try (var instance = new Instance(course, words.get(0), Path.of(words.get(1)), Integer.parseInt(words.get(2)))) {
            instance.start();
            while (!instance.decidedUntil(course.end())) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            System.out.println(DECIDED);
            new CountDownLatch(1).await(); // until it is killed
        }
    }

    /** Returns when it has decided on all that there is. */
    static InstanceProcess start(Course course, String name, Path disk, int standbys) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                InstanceProcess.class.getName(),
                name,
                disk.toString(),
                Integer.toString(standbys)));
        command.addAll(course.asArguments());
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var instance = new InstanceProcess(process);
        try {
            instance.awaitDecided();
        } catch (IOException e) {
            instance.close();
            throw e;
        }
        return instance;
    }

    /** {@code kill -9}; returns when it is dead. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** It does not outlive the bench. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void awaitDecided() throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (var line = said.readLine(); !DECIDED.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IOException("an instance ended before it had decided to the end");
            }
        }
    }
}
