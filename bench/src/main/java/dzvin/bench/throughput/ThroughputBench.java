package dzvin.bench.throughput;

import dzvin.standalone.log.Logging;
import dzvin.standalone.running.Backbone;
import dzvin.standalone.running.Running;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Runs every contender on every stream, one after another on one broker, and writes {@code throughput.md} into the folder that it is
 * given: {@code smoke} in a minute, {@code all} in full. Two studies run Dzvin alone: of many distinct numbers, and of a second instance. Another one runs a few contenders twice in a process.
 */
public final class ThroughputBench {
    private static final int PARTITIONS = 4;
    private static final List<Integer> DISTINCT_NUMBERS = List.of(10_000, 100_000, 1_000_000, 10_000_000);

    private final Path folder;
    private final PrintStream progress;

    ThroughputBench(Path folder, PrintStream progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * @param arguments {@code smoke}, {@code all}, the names of shapes with commas between them, or one of the studies {@code distinct}, {@code instances} and
     *     {@code warm}; the folder; how many reports, if not as usual
     */
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[1]));
        Logging.toFile(folder.resolve("broker.log"), "WARN");
        long reports = arguments.length > 2 ? Long.parseLong(arguments[2]) : Plan.ALL_REPORTS;
        switch (arguments[0]) {
            case "distinct" ->
                write(folder, "distinct.md", new DistinctStudy(folder, System.out).run(reports, DISTINCT_NUMBERS));
            case "warm" ->
                write(
                        folder,
                        "warm.md",
                        new WarmStudy(folder, System.out).run(reports, WarmStudy.SHAPES, WarmStudy.CONTENDERS));
            case "instances" -> write(folder, "instances.md", new InstancesStudy(folder, System.out).run(reports));
            default ->
                write(
                        folder,
                        "throughput.md",
                        new ThroughputBench(folder, System.out).run(Plan.of(List.of(arguments))));
        }
    }

    private static void write(Path folder, String name, List<String> lines) throws IOException {
        Files.write(folder.resolve(name), lines, StandardCharsets.UTF_8);
    }

    List<String> run(Plan plan) throws IOException, InterruptedException, ExecutionException {
        var table = new ThroughputTable();
        try (var running = new Running()) {
            var data = Files.createTempDirectory("dzvin-bench-");
            var connection = Backbone.start(running, data, 0, 0);
            for (Shape shape : plan.shapes()) {
                var course = new Filling(connection, PARTITIONS).fill(shape, plan.size(shape), plan.atMost());
                table.add(shape, course, heats(plan, course));
                table.lines().forEach(progress::println);
            }
        }
        return table.lines();
    }

    private Map<String, Lap> heats(Plan plan, Course course)
            throws IOException, InterruptedException, ExecutionException {
        var laps = new LinkedHashMap<String, Lap>();
        for (String contender : plan.contenders()) {
            var figures = new HeatProcess(folder).run(contender, course);
            long bytes = InternalTopics.bytes(course.connection(), topic -> isInternal(topic, course));
            InternalTopics.delete(course.connection(), topic -> isInternal(topic, course));
            var lap = new Lap(figures, bytes);
            laps.put(contender, lap);
            progress.printf(
                    "%s, %s: %.0f reports a second, %.1f s%n",
                    course.prefix(), contender, figures.perSecond(), figures.seconds());
        }
        return laps;
    }

    /** Everything of a course but its reports. */
    private static boolean isInternal(String topic, Course course) {
        boolean inner = topic.endsWith("-changelog") || topic.endsWith("-repartition");
        return topic.equals(course.prefix() + ".people") || (inner && topic.startsWith(course.prefix() + "-"));
    }

    /** A run and what it left in topics of its own. */
    record Lap(Figures figures, long internalBytes) {}

    /** What is run. */
    record Plan(List<Shape> shapes, List<String> contenders, long reports, Duration atMost) {
        private static final long SMOKE_REPORTS = 5_000;
        private static final long ALL_REPORTS = 1_000_000;
        private static final long REPORTS_PER_HOUR = 100_000;
        private static final int NUMBERS = 100_000;
        /** A contender that falls behind more and more is not waited for. */
        private static final Duration AT_MOST = Duration.ofMinutes(2);

        static Plan of(List<String> words) {
            var names = List.copyOf(Contenders.all().keySet());
            long reports = words.size() > 2 ? Long.parseLong(words.get(2)) : ALL_REPORTS;
            return switch (words.get(0)) {
                case "smoke" -> smoke();
                case "all" -> new Plan(List.of(Shape.values()), names, reports, AT_MOST);
                default ->
                    new Plan(
                            List.of(words.get(0).split(",")).stream()
                                    .map(name -> Shape.valueOf(name))
                                    .toList(),
                            words.size() > 3
                                    ? names.stream()
                                            .filter(name -> name.matches(words.get(3)))
                                            .toList()
                                    : names,
                            reports,
                            AT_MOST);
            };
        }

        static Plan smoke() {
            return new Plan(
                    List.of(Shape.UNIFORM),
                    List.of(
                            Contenders.CEILING,
                            Contenders.BARE,
                            Contenders.PLAIN,
                            Contenders.FLINK,
                            Contenders.DURABLE_FLINK,
                            Contenders.DZVIN),
                    SMOKE_REPORTS,
                    AT_MOST);
        }

        StreamSize size(Shape shape) {
            var length = Duration.ofMinutes(Math.max(60, reports * 60 / REPORTS_PER_HOUR));
            return new StreamSize(reports, NUMBERS, length);
        }
    }
}
