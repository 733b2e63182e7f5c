package dzvin.bench.throughput;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a heat in a process of its own, with the same heap for everybody. */
final class HeatProcess {
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xmx2g",
            "-Xms2g",
            "-XX:+UseParallelGC",
            // Flink looks into these; the others do not mind.
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.time=ALL-UNNAMED");

    /** A contender may have said millions before. */
    private static final int LAST_LINES = 100;

    private final Path folder;
    private final int laps;

    /** @param folder where what the processes say is kept */
    HeatProcess(Path folder) {
        this(folder, 1);
    }

    /** @param laps that a process runs, one after another, of which the last one is measured */
    HeatProcess(Path folder, int laps) {
        this.folder = folder;
        this.laps = laps;
    }

    Figures run(String contender, Course course) throws IOException, InterruptedException {
        return figures(said(contender, course));
    }

    static Figures figures(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith(Heat.FIGURES))
                .findFirst()
                .map(line -> Figures.ofLine(line.substring(Heat.FIGURES.length())))
                .orElseThrow(() -> new IllegalStateException("a heat must end with its figures, but said " + said));
    }

    /** The last that it said, its figures among it. */
    List<String> said(String contender, Course course) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of("-cp", classPath(contender), Heat.class.getName(), contender, Integer.toString(laps)));
        command.addAll(course.asArguments());
        var said = folder.resolve(course.prefix() + " " + contender + ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(contender + " ended with status " + status + ", see " + said);
        }
        try (var lines = Files.lines(said, StandardCharsets.UTF_8)) {
            return lines.skip(Math.max(0, count(said) - LAST_LINES)).toList();
        }
    }

    /** Flink's RocksDB is another build of the same classes as that of Kafka Streams: first come is first loaded. */
    private static String classPath(String contender) {
        var entries = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        var first = Pattern.compile(contender.startsWith("Flink") ? "/frocksdbjni-" : "/rocksdbjni-")
                .asPredicate();
        return Stream.concat(entries.stream().filter(first), entries.stream().filter(first.negate()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static long count(Path said) throws IOException {
        try (var lines = Files.lines(said, StandardCharsets.UTF_8)) {
            return lines.count();
        }
    }
}
