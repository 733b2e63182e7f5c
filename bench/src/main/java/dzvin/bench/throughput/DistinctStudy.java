package dzvin.bench.throughput;

import dzvin.schemas.KafkaConnection;
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

/** What a report costs by how many different numbers there are: as many reports each time, drawn evenly from ever more numbers. */
final class DistinctStudy {
    private static final int PARTITIONS = 4;
    private static final long REPORTS_PER_HOUR = 100_000;

    private final Path folder;
    private final PrintStream progress;

    DistinctStudy(Path folder, PrintStream progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** @param numbers how many different ones, row by row; the first row is what the others are held against */
    List<String> run(long reports, List<Integer> numbers) throws IOException, InterruptedException, ExecutionException {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "%,d reports, %s", reports, Contenders.DZVIN));
        lines.add("");
        lines.add("| numbers to draw from | reports a second | CPU µs a report | to the first row"
                + " | allocated bytes a report | to the first row |");
        lines.add("| ---: | ---: | ---: | ---: | ---: | ---: |");
        try (var running = new Running()) {
            var connection = Backbone.start(running, Files.createTempDirectory("dzvin-bench-"), 0, 0);
            Figures first = null;
            for (int different : numbers) {
                var figures = run(connection, reports, different);
                first = first == null ? figures : first;
                lines.add(row(different, figures, first));
                progress.println(lines.get(lines.size() - 1));
            }
        }
        return lines;
    }

    private Figures run(KafkaConnection connection, long reports, int numbers)
            throws IOException, InterruptedException, ExecutionException {
        var length = Duration.ofMinutes(Math.max(60, reports * 60 / REPORTS_PER_HOUR));
        var course = new Filling(connection, PARTITIONS)
                .fill(
                        "bench-distinct-" + numbers,
                        Shape.UNIFORM,
                        new StreamSize(reports, numbers, length),
                        Duration.ofMinutes(3));
        var figures = new HeatProcess(folder).run(Contenders.DZVIN, course);
        InternalTopics.delete(connection, topic -> topic.startsWith(course.prefix()));
        return figures;
    }

    private static String row(int numbers, Figures figures, Figures first) {
        return String.format(
                Locale.ROOT,
                "| %,d | %,.0f | %.1f | %s | %,.0f | %s |",
                numbers,
                figures.perSecond(),
                figures.cpuMicrosPerReport(),
                growth(figures.cpuMicrosPerReport(), first.cpuMicrosPerReport()),
                figures.allocatedPerReport(),
                growth(figures.allocatedPerReport(), first.allocatedPerReport()));
    }

    private static String growth(double now, double first) {
        return String.format(Locale.ROOT, "%+.0f %%", 100 * (now / first - 1));
    }
}
