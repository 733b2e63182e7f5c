package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.standalone.replay.PlantedHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay whose process is killed, again and again, and resumed rings what an undisturbed one rings. */
class KilledReplayIT {
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Three weeks pass in some twenty seconds, so that there is time for being killed. */
    private static final String SPEED = "90000";

    @TempDir
    private Path folder;

    private final Random random = new Random(3);

    @Test
    void theAlertsAreTheSameAfterKillsAtAnyMoment() throws Exception {
        var reports = PlantedHistory.in(folder).toString();
        var dzvin = new DzvinProcess(folder);
        var notes = folder.resolve(".alerts.ndjson.replay").resolve("notes");
        assertThat(dzvin.run("once", "replay", reports, "--format", "ndjson", "--out", "once.ndjson", "--digest"))
                .as(dzvin.complained("once"))
                .isZero();

        for (int kill = 0; kill < KILLS; kill++) {
            long before = changedAt(notes);
            var process = dzvin.start(
                    "killed",
                    "replay",
                    reports,
                    "--format",
                    "ndjson",
                    "--out",
                    "alerts.ndjson",
                    "--resume",
                    "--notes-every",
                    "PT0S",
                    "--speed",
                    SPEED);
            await().atMost(PATIENCE).until(() -> !process.isAlive() || changedAt(notes) > before);
            process.waitFor(random.nextInt(2_500), TimeUnit.MILLISECONDS);
            assertThat(process.isAlive()).as(dzvin.complained("killed")).isTrue();
            process.destroyForcibly().waitFor();
            assertThat(folder.resolve("alerts.ndjson")).doesNotExist();
        }

        assertThat(dzvin.run(
                        "last",
                        "replay",
                        reports,
                        "--format",
                        "ndjson",
                        "--out",
                        "alerts.ndjson",
                        "--resume",
                        "--digest"))
                .as(dzvin.complained("last"))
                .isZero();
        assertThat(folder.resolve("alerts.ndjson")).hasSameBinaryContentAs(folder.resolve("once.ndjson"));
        assertThat(digest(dzvin.printed("last"))).isEqualTo(digest(dzvin.printed("once")));
        assertThat(notes.getParent()).doesNotExist();
    }

    /** Zero if it is not there. */
    private static long changedAt(Path file) throws IOException {
        return Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
    }

    private static String digest(String printed) {
        return printed.lines()
                .filter(line -> line.startsWith("sha256:"))
                .findFirst()
                .orElseThrow();
    }
}
