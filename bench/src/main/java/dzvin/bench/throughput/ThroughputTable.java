package dzvin.bench.throughput;

import dzvin.bench.throughput.ThroughputBench.Lap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The results, as tables in Markdown. */
final class ThroughputTable {
    private final List<String> lines = new ArrayList<>();

    void add(Shape shape, Course course, Map<String, Lap> laps) {
        lines.add("### " + shape + ": " + shape.words());
        lines.add(course.reports() + " reports in " + course.partitions() + " partitions");
        lines.add("");
        lines.add(
                "| contender | reports a second | of the ceiling | times plain Streams | times Flink | times Flink with RocksDB | lost as late | CPU µs a report"
                        + " | allocated bytes a report | bytes a report in topics of its own |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        laps.forEach((name, lap) -> lines.add(row(named(name, lap, course), lap, laps)));
        lines.add("");
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private static String named(String name, Lap lap, Course course) {
        long done = lap.figures().reports();
        return done < course.reports() ? name + " (did not finish: " + done + " reports)" : name;
    }

    private static String row(String name, Lap lap, Map<String, Lap> laps) {
        var figures = lap.figures();
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %s | %s | %s | %s | %.1f %% | %.1f | %,.0f | %,.0f |",
                name,
                figures.perSecond(),
                ratio(lap, laps, Contenders.CEILING),
                ratio(lap, laps, Contenders.PLAIN),
                ratio(lap, laps, Contenders.FLINK),
                ratio(lap, laps, Contenders.DURABLE_FLINK),
                100 * figures.lost(),
                figures.cpuMicrosPerReport(),
                figures.allocatedPerReport(),
                lap.internalBytes() / (double) figures.reports());
    }

    private static String ratio(Lap lap, Map<String, Lap> laps, String other) {
        return Optional.ofNullable(laps.get(other))
                .map(base -> String.format(
                        Locale.ROOT,
                        "%.2f",
                        lap.figures().perSecond() / base.figures().perSecond()))
                .orElse("");
    }
}
