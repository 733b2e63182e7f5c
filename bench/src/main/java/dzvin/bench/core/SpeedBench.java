package dzvin.bench.core;

import dzvin.detector.core.Counting;
import dzvin.detector.core.Detector;
import dzvin.detector.core.Partitioner;
import dzvin.detector.core.Report;
import dzvin.detector.core.explain.Labels;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * How many reports a second one thread takes through the core: through all of the detector, and through counting alone. Reports lie in
 * memory as the core takes them; each run is done twice, and the second counts. CPU time is the thread's own, hence without the collector
 * and the compilers; wall time is with them.
 */
final class SpeedBench {
    private static final int PARTITIONS = 4;
    private static final int MADE = 500_000;

    /**
     * What a run took.
     *
     * @param answers decisions or closed buckets
     */
    record Run(String stream, String what, int reports, long answers, double cpuSeconds, double wallSeconds) {
        private String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %,.0f | %,.0f |",
                    stream,
                    what,
                    reports,
                    reports / cpuSeconds,
                    reports / wallSeconds);
        }
    }

    private SpeedBench() {}

    /** Writes {@code speed.md} into a folder. {@code -Dftc=FILE} names a history of daily counts; without it the cut that ships is taken. */
    static void write(Path folder) throws IOException {
        var file = System.getProperty("ftc", "");
        var ftc = file.isEmpty() ? ReportStream.ofBundledFtc() : ReportStream.ofFtc(Path.of(file));
        var runs = new ArrayList<>(runs(ftc));
        runs.addAll(runs(ReportStream.allDifferent(MADE)));
        Files.write(folder.resolve("speed.md"), table(runs));
        table(runs).forEach(System.out::println);
    }

    /** All of the detector, then counting alone. */
    static List<Run> runs(ReportStream stream) {
        return List.of(
                second(stream, "all of the detector", SpeedBench::detector),
                second(stream, "counting alone", SpeedBench::counting));
    }

    static List<String> table(List<Run> runs) {
        var lines = new ArrayList<String>();
        lines.add("| stream | through | reports | a second of CPU time | a second of wall time |");
        lines.add("| --- | --- | ---: | ---: | ---: |");
        runs.forEach(run -> lines.add(run.row()));
        return lines;
    }

    private static Run second(ReportStream stream, String what, ToIntFunction<ReportStream> way) {
        var first = once(stream, what, way);
        var second = once(stream, what, way);
        if (first.answers() != second.answers()) {
            throw new IllegalStateException(
                    "two runs must answer alike, got " + first.answers() + " and " + second.answers());
        }
        return second;
    }

    private static Run once(ReportStream stream, String what, ToIntFunction<ReportStream> way) {
        var threads = ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        int answers = way.applyAsInt(stream);
        double cpuSeconds = seconds(threads.getCurrentThreadCpuTime() - cpu);
        return new Run(
                stream.name(), what, stream.reports().size(), answers, cpuSeconds, seconds(System.nanoTime() - wall));
    }

    private static int detector(ReportStream stream) {
        var detector = new Detector(stream.policy(), Labels.codes(), PARTITIONS);
        int decisions = 0;
        for (Report report : stream.reports()) {
            decisions += detector.take(report).size();
        }
        return decisions + detector.finish().size();
    }

    private static int counting(ReportStream stream) {
        var counting = new Counting(stream.policy(), PARTITIONS);
        int buckets = 0;
        for (Report report : stream.reports()) {
            buckets += counting.take(Partitioner.of(report, PARTITIONS), report).size();
        }
        return buckets;
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
