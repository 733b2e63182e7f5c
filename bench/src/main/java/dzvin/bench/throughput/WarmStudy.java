package dzvin.bench.throughput;

import dzvin.standalone.running.Backbone;
import dzvin.standalone.running.Running;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * What a report costs in a process that has run for a while: each contender runs the same stream twice, and the second lap, from an empty state, is set beside one of a
 * process that has just begun. What a process pays once, above all for compiling, is a quarter and more of a first lap.
 */
final class WarmStudy {
    private static final int PARTITIONS = 4;
    private static final int NUMBERS = 100_000;
    private static final long REPORTS_PER_HOUR = 100_000;
    private static final Duration AT_MOST = Duration.ofMinutes(3);
    static final List<Shape> SHAPES = List.of(Shape.UNIFORM, Shape.FTC);
    static final List<String> CONTENDERS =
            List.of(Contenders.BARE, Contenders.PLAIN, Contenders.FLINK, Contenders.DURABLE_FLINK, Contenders.DZVIN);

    private final HeatProcess once;
    private final HeatProcess twice;
    private final PrintStream progress;

    WarmStudy(Path folder, PrintStream progress) {
        this.once = new HeatProcess(folder);
        this.twice = new HeatProcess(folder, 2);
        this.progress = progress;
    }

    List<String> run(long reports, List<Shape> shapes, List<String> contenders)
            throws IOException, InterruptedException, ExecutionException {
        var lines = new ArrayList<String>();
        lines.add(
                "| stream | contender | reports a second, first lap | second lap | CPU µs a report, first lap | second lap |");
        lines.add("| --- | --- | ---: | ---: | ---: | ---: |");
        try (var running = new Running()) {
            var connection = Backbone.start(running, Files.createTempDirectory("dzvin-bench-"), 0, 0);
            var length = Duration.ofMinutes(Math.max(60, reports * 60 / REPORTS_PER_HOUR));
            for (Shape shape : shapes) {
                var course = new Filling(connection, PARTITIONS)
                        .fill(shape, new StreamSize(reports, NUMBERS, length), AT_MOST);
                for (String contender : contenders) {
                    lines.add(row(shape, contender, course));
                    progress.println(lines.get(lines.size() - 1));
                }
            }
        }
        return lines;
    }

    private String row(Shape shape, String contender, Course course)
            throws IOException, InterruptedException, ExecutionException {
        var cold = lap(once, contender, course);
        var warm = lap(twice, contender, course);
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %,.0f | %,.0f | %.1f | %.1f |",
                shape,
                contender,
                cold.perSecond(),
                warm.perSecond(),
                cold.cpuMicrosPerReport(),
                warm.cpuMicrosPerReport());
    }

    private static Figures lap(HeatProcess process, String contender, Course course)
            throws IOException, InterruptedException, ExecutionException {
        var figures = process.run(contender, course);
        InternalTopics.delete(
                course.connection(),
                topic -> topic.endsWith("-changelog") || topic.endsWith("-repartition") || topic.endsWith(".people"));
        if (figures.reports() < course.reports()) {
            throw new IllegalStateException(contender + " has done only " + figures.reports() + " reports in time");
        }
        return figures;
    }
}
