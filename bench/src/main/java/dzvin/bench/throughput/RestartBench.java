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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How soon a detector that remembers very many keys is ready again: on its own disk, with an empty disk, and where another instance
 * has kept a copy. Every number calls once, so that each report is a live key.
 */
public final class RestartBench {
    static final long SMOKE_KEYS = 2_000;

    private static final int PARTITIONS = 8;
    private static final long ALL_KEYS = 1_000_000;
    private static final long REPORTS_PER_HOUR = 100_000;
    private static final long NEARLY_NOTHING = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final PrintStream progress;

    RestartBench(PrintStream progress) {
        this.progress = progress;
    }

    /** @param arguments {@code smoke}, {@code all} or how many keys; the folder */
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[1]));
        Logging.toFile(folder.resolve("restart.log"), "WARN");
        long keys = arguments[0].equals("all")
                ? ALL_KEYS
                : arguments[0].equals("smoke") ? SMOKE_KEYS : Long.parseLong(arguments[0]);
        var lines = new RestartBench(System.out).run(keys).lines();
        Files.write(folder.resolve("restart.md"), lines, StandardCharsets.UTF_8);
        lines.forEach(System.out::println);
    }

    /**
     * What came of it, in seconds.
     *
     * @param keys that were alive at each start
     * @param sameDisk until the stopped instance was ready again
     * @param emptyDisk until an instance without any state was ready
     * @param standby from the stop of one instance until another, which had kept a copy, had decided on a new bucket
     */
    record Result(long keys, double sameDisk, double emptyDisk, double standby) {
        List<String> lines() {
            return List.of(
                    "| live keys | stopped and started again, s | started with an empty disk, s | taken over by a standby, s |",
                    "| ---: | ---: | ---: | ---: |",
                    String.format(Locale.ROOT, "| %,d | %.1f | %.1f | %.1f |", keys, sameDisk, emptyDisk, standby));
        }
    }

    Result run(long keys) throws IOException, InterruptedException {
        try (var running = new Running()) {
            var connection = Backbone.start(running, Files.createTempDirectory("dzvin-bench-"), 0, 0);
            var length = Duration.ofMinutes(Math.max(60, keys * 60 / REPORTS_PER_HOUR));
            var filling = new Filling(connection, PARTITIONS);
            var course = filling.fill(Shape.FRESH, new StreamSize(keys, (int) keys, length), PATIENCE);
            var name = course.freshName();
            var disk = Files.createTempDirectory("dzvin-bench-");
            long alive = firstRun(course, name, disk);
            double sameDisk = secondsToReady(course, name, disk);
            double emptyDisk = secondsToReady(course, name, Files.createTempDirectory("dzvin-bench-"));
            return new Result(alive, sameDisk, emptyDisk, takeover(filling, course, name, disk));
        }
    }

    private long firstRun(Course course, String name, Path disk) throws InterruptedException {
        try (var instance = new Instance(course, name, disk, 0)) {
            instance.start();
            await(() -> instance.decidedUntil(course.end()));
            progress.printf("%d live keys%n", instance.liveKeys());
            return instance.liveKeys();
        }
    }

    private double secondsToReady(Course course, String name, Path disk) {
        long begun = System.nanoTime();
        try (var instance = new Instance(course, name, disk, 0)) {
            instance.start();
            double seconds = secondsSince(begun);
            progress.printf("ready after %.1f s%n", seconds);
            return seconds;
        }
    }

    private double takeover(Filling filling, Course course, String name, Path disk)
            throws IOException, InterruptedException {
        try (var standby = new Instance(course, name, Files.createTempDirectory("dzvin-bench-"), 1)) {
            long begun;
            try (var first = new Instance(course, name, disk, 1)) {
                first.start();
                standby.start();
                await(() -> standby.hasCopyBut(NEARLY_NOTHING + course.reports() / 100));
                progress.println("copied");
                begun = System.nanoTime();
            }
            var later = course.end().plus(Duration.ofHours(6));
            filling.tick(course, later.plus(Duration.ofHours(1)));
            await(() -> standby.decidedUntil(later));
            return secondsSince(begun);
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("did not come to its end within " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
