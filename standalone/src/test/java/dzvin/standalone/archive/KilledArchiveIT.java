package dzvin.standalone.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Report;
import dzvin.standalone.Main;
import dzvin.standalone.command.Commands;
import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.kafka.EmbeddedKafka;
import dzvin.standalone.process.JavaCommand;
import dzvin.standalone.registry.EmbeddedRegistry;
import dzvin.standalone.replay.LogBounds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever an archiving or restoring process is killed, what it leaves is whole, and the next one goes on. */
class KilledArchiveIT {
    private static final int DAYS = 150;
    private static final int REPORTS_A_DAY = 60;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final int KILLS = 3;
    private static final int KILLED = 128 + 9;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final Random random = new Random(5);
    private EmbeddedKafka kafka;
    private EmbeddedRegistry registry;
    private KafkaConnection connection;
    private Commands installation;
    private ReportsLog log;

    @BeforeEach
    void fillATopic() throws Exception {
        kafka = new EmbeddedKafka(folder.resolve("kafka"), 0).start();
        var unknown = new KafkaConnection(
                kafka.bootstrapServers(), URI.create("http://unused"), EmbeddedKafka.clientSettings());
        registry = new EmbeddedRegistry(unknown, 0).start();
        connection = new KafkaConnection(kafka.bootstrapServers(), registry.url(), EmbeddedKafka.clientSettings());
        installation = new Commands(connection, "dzvin", folder);
        log = new ReportsLog(connection, "dzvin");
        log.fill(IntStream.range(0, DAYS * REPORTS_A_DAY)
                .mapToObj(KilledArchiveIT::report)
                .toList());
    }

    @AfterEach
    void stop() {
        log.close();
        registry.close();
        kafka.close();
    }

    @Test
    void anArchiveIsWholeAfterEveryKillAndCompleteAfterTheLastRun() throws Exception {
        var once = folder.resolve("once");
        assertThat(installation.run("archive", once)).isZero();
        var whole = told(once);
        var disturbed = folder.resolve("disturbed");

        for (int kill = 0; kill < KILLS; kill++) {
            int known = days(disturbed);
            var process = start(installation, "archive", disturbed.toString());
            await().atMost(PATIENCE)
                    .pollInterval(LOOK_AGAIN)
                    .until(() -> days(disturbed) > known || !process.isAlive());
            // A run may have been quicker than its kill; the next one then finds nothing left to do.
            assertThat(days(disturbed)).as(output()).isGreaterThanOrEqualTo(Math.min(known + 1, DAYS));
            killLater(process);
            assertThat(told(disturbed)).isSubsetOf(whole);
        }
        assertThat(installation.run("archive", disturbed))
                .as(installation.complained())
                .isZero();

        assertThat(told(disturbed)).isEqualTo(whole);
    }

    @Test
    void aRestoredTopicIsCompleteAfterTheLastRun() throws Exception {
        var archive = folder.resolve("archive");
        assertThat(installation.run("archive", archive)).isZero();
        var restored = new Commands(connection, "restored", folder);

        for (int kill = 0; kill < KILLS; kill++) {
            var process = start(restored, "archive", archive.toString(), "--restore");
            await().atMost(PATIENCE).until(() -> records("restored") > 0 || !process.isAlive());
            killLater(process);
            assertThat(process.exitValue()).as(output()).isIn(0, KILLED);
        }
        assertThat(restored.run("archive", archive, "--restore"))
                .as(restored.complained())
                .isZero();

        try (var copy = new ReportsLog(connection, "restored")) {
            assertThat(copy.contents()).isEqualTo(log.contents());
        }
    }

    private Process start(Commands commands, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", commands.config().toString()));
        return new ProcessBuilder(JavaCommand.of(512, Main.class, all))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.out").toFile())
                .start();
    }

    /** At a moment that nobody chose. */
    private void killLater(Process process) throws InterruptedException {
        process.waitFor(random.nextInt(700), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    private long records(String prefix) {
        try {
            return LogBounds.of(connection, prefix + ".reports").ends().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        } catch (CannotRunException e) {
            return 0; // the topic is not there yet
        }
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("process.out"));
    }

    private static int days(Path archive) {
        return Checksums.read(archive).size();
    }

    /** The archive's records, found whole, partition by partition in their order. */
    private static List<String> told(Path archive) {
        var told = new TreeMap<Integer, List<String>>();
        if (days(archive) > 0) {
            new ArchiveRecords(ArchiveFolder.open(archive), (read, total, reports) -> {})
                    .forEach(record -> told.computeIfAbsent(record.getPartition(), any -> new ArrayList<>())
                            .add(record.toString()));
        }
        return told.values().stream().flatMap(List::stream).toList();
    }

    private static Report report(int number) {
        var at = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(number * (86_400L / REPORTS_A_DAY));
        return Report.newBuilder()
                .setId("r-" + number)
                .setReceivedAt(at)
                .setNumber("+38044" + (1_000_000 + number * 7919 % 900_000))
                .build();
    }
}
