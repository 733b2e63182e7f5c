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
 * One instance against two with as many threads together, and one that another one joins under way. Each row says what became of all
 * reports: what is accepted must be what was sent, and counted, duplicate, late and set aside must be what is accepted.
 */
final class InstancesStudy {
    private static final int PARTITIONS = 4;
    private static final int NUMBERS = 100_000;
    private static final long REPORTS_PER_HOUR = 100_000;

    private final Path folder;
    private final PrintStream progress;

    InstancesStudy(Path folder, PrintStream progress) {
        this.folder = folder;
        this.progress = progress;
    }

    List<String> run(long reports) throws IOException, InterruptedException, ExecutionException {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "%,d reports sent", reports));
        lines.add("");
        lines.add(
                "| instances | reports a second | CPU µs a report | accepted | counted | duplicate | late | set aside |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        try (var running = new Running()) {
            var connection = Backbone.start(running, Files.createTempDirectory("dzvin-bench-"), 0, 0);
            var length = Duration.ofMinutes(Math.max(60, reports * 60 / REPORTS_PER_HOUR));
            var course = new Filling(connection, PARTITIONS)
                    .fill(
                            "bench-instances",
                            Shape.UNIFORM,
                            new StreamSize(reports, NUMBERS, length),
                            Duration.ofMinutes(3));
            for (String name : Contenders.ofInstances().keySet()) {
                lines.add(row(name, course));
                progress.println(lines.get(lines.size() - 1));
            }
        }
        return lines;
    }

    private String row(String name, Course course) throws IOException, InterruptedException, ExecutionException {
        var said = new HeatProcess(folder).said(name, course);
        InternalTopics.delete(
                course.connection(), topic -> topic.endsWith("-changelog") || topic.endsWith("-repartition"));
        var figures = HeatProcess.figures(said);
        var counts = Counts.in(said);
        counts.requireAll(course.reports());
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f | %,d | %,d | %,d | %,d | %,d |",
                name,
                figures.perSecond(),
                figures.cpuMicrosPerReport(),
                counts.accepted,
                counts.counted,
                counts.duplicate,
                counts.late,
                counts.setAside);
    }

    /** What became of the reports. */
    private record Counts(long accepted, long counted, long duplicate, long late, long setAside) {
        static Counts in(List<String> said) {
            var words = said.stream()
                    .filter(line -> line.startsWith(InstancesContender.COUNTS))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("a heat of instances must tell its counts, but said " + said))
                    .substring(InstancesContender.COUNTS.length())
                    .split(" ");
            return new Counts(
                    Long.parseLong(words[0]),
                    Long.parseLong(words[1]),
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3]),
                    Long.parseLong(words[4]));
        }

        void requireAll(long sent) {
            if (accepted + setAside != sent || counted + duplicate + late != accepted) {
                throw new IllegalStateException(
                        "of " + sent + " reports none may be lost or counted twice, got " + this);
            }
        }
    }
}
