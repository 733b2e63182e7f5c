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
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;

/**
 * How soon a detector that remembers very many keys is ready again: on its own disk, with an empty disk, and where another instance
 * has kept a copy; after an orderly stop, and after a {@code kill -9} of a process. Every number calls once, so that each report is a
 * live key.
 */
public final class RestartBench {
    static final long SMOKE_KEYS = 2_000;

    private static final int PARTITIONS = 8;
    private static final long ALL_KEYS = 1_000_000;
    private static final long REPORTS_PER_HOUR = 100_000;
    private static final long NEARLY_NOTHING = 1_000;

    /** Of a group whose newcomer has its copies, 50 ms apart: a kill in the middle of a rebalance is another affair, and takes two sessions. */
    private static final int LOOKS_UNTIL_QUIET = 100;

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
     * @param killed from the kill until the instance was ready again on its own disk; nobody tells the group that it is gone, so
     *     the session of the dead one is waited for
     * @param standbyOfKilled from the kill of one instance until another, which had kept a copy, had decided on a new bucket
     */
    record Result(long keys, double sameDisk, double emptyDisk, double standby, double killed, double standbyOfKilled) {
        List<String> lines() {
            return List.of(
                    "| live keys | stopped and started again, s | started with an empty disk, s | taken over by a standby, s"
                            + " | killed and started again, s | killed and taken over by a standby, s |",
                    "| ---: | ---: | ---: | ---: | ---: | ---: |",
                    String.format(
                            Locale.ROOT,
                            "| %,d | %.1f | %.1f | %.1f | %.1f | %.1f |",
                            keys,
                            sameDisk,
                            emptyDisk,
                            standby,
                            killed,
                            standbyOfKilled));
        }
    }

    Result run(long keys) throws IOException, InterruptedException {
        try (var running = new Running()) {
            var connection = Backbone.start(running, Files.createTempDirectory("dzvin-bench-"), 0, 0);
            var length = Duration.ofMinutes(Math.max(60, keys * 60 / REPORTS_PER_HOUR));
            var filling = new Filling(connection, PARTITIONS);
            var course = filling.fill(Shape.FRESH, new StreamSize(keys, (int) keys, length), PATIENCE);
            var name = course.freshName();
            var disk = freshDisk();
            long alive = firstRun(course, name, disk);
            double sameDisk = secondsToReady(course, name, disk, System.nanoTime());
            double emptyDisk = secondsToReady(course, name, freshDisk(), System.nanoTime());
            double standby = takeover(filling, course, name, disk);
            double killed = killedAndStartedAgain(course);
            return new Result(
                    alive, sameDisk, emptyDisk, standby, killed, takeoverFromKilled(filling, course, name, disk));
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

    private double secondsToReady(Course course, String name, Path disk, long begun) {
        try (var instance = new Instance(course, name, disk, 0)) {
            instance.start();
            double seconds = secondsSince(begun);
            progress.printf("ready after %.1f s, with %d records of changelogs read%n", seconds, instance.restored());
            return seconds;
        }
    }

    private double takeover(Filling filling, Course course, String name, Path disk)
            throws IOException, InterruptedException {
        try (var standby = new Instance(course, name, freshDisk(), 1)) {
            long begun;
            try (var first = new Instance(course, name, disk, 1)) {
                first.start();
                copy(standby, course, name);
                begun = System.nanoTime();
            }
            return secondsToTakeOver(standby, filling, course, begun, Duration.ofHours(6));
        }
    }

    /** The one that is killed has read and counted all by itself, so its disk is as a kill in the middle of work leaves it. */
    private double killedAndStartedAgain(Course course) throws IOException, InterruptedException {
        var name = course.freshName();
        var disk = freshDisk();
        try (var first = InstanceProcess.start(course, name, disk, 0)) {
            long begun = System.nanoTime();
            first.kill();
            return secondsToReady(course, name, disk, begun);
        }
    }

    private double takeoverFromKilled(Filling filling, Course course, String name, Path disk)
            throws IOException, InterruptedException {
        try (var standby = new Instance(course, name, freshDisk(), 1);
                var first = InstanceProcess.start(course, name, disk, 1)) {
            copy(standby, course, name);
            long begun = System.nanoTime();
            first.kill();
            return secondsToTakeOver(standby, filling, course, begun, Duration.ofHours(12));
        }
    }

    private void copy(Instance standby, Course course, String name) throws InterruptedException {
        standby.start();
        await(() -> standby.hasCopyBut(NEARLY_NOTHING + course.reports() / 100));
        try (var admin = Admin.create(course.connection().forClients())) {
            var looks = new AtomicInteger();
            await(() -> (isStable(admin, name) ? looks.incrementAndGet() : looks.getAndSet(0)) == LOOKS_UNTIL_QUIET);
        }
        progress.println("copied");
    }

    private static boolean isStable(Admin admin, String group) {
        return admin.describeConsumerGroups(List.of(group))
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .get(group)
                        .groupState()
                == GroupState.STABLE;
    }

    private double secondsToTakeOver(Instance standby, Filling filling, Course course, long begun, Duration afterTheEnd)
            throws InterruptedException {
        var later = course.end().plus(afterTheEnd);
        filling.tick(course, later.plus(Duration.ofHours(1)));
        await(() -> standby.decidedUntil(later));
        double seconds = secondsSince(begun);
        progress.printf("taken over after %.1f s%n", seconds);
        return seconds;
    }

    private static Path freshDisk() throws IOException {
        return Files.createTempDirectory("dzvin-bench-");
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
