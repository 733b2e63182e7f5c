package dzvin.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.detector.core.policy.Policies;
import dzvin.detector.core.policy.Policy;
import dzvin.ingest.CountryPipelines;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Profile;
import dzvin.ingest.file.Format;
import dzvin.schemas.Secret;
import dzvin.schemas.avro.Report;
import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay that is broken off and resumed rings what one of one piece rings. */
class ResumableReplayTest {
    private static final Policy POLICY = Policies.shipped("ua");

    @TempDir
    private Path folder;

    private Path reports;
    private Path alerts;
    private Figures undisturbed;

    @BeforeEach
    void runUndisturbed() throws IOException {
        reports = PlantedHistory.in(folder);
        alerts = folder.resolve("alerts.ndjson");
        var once = new Replay(TimeRange.ALL, Pace.max(), Optional.of(folder.resolve("once.ndjson")));
        try (var history = history()) {
            undisturbed = once.run(history, rung -> new CoreEngine(POLICY, history.partitions(), rung), alert -> {});
        }
    }

    @Test
    void whereverItIsBrokenOffTheAlertsAreTheSame() throws IOException {
        int records = PlantedHistory.lines().size();
        var random = new Random(11);
        for (int once = 0; once < 8; once++) {
            int after = 1 + random.nextInt(records - 1);

            assertThatThrownBy(() -> run(after)).hasMessage("broken off");
            assertThat(alerts).doesNotExist();

            assertSame(run(Integer.MAX_VALUE), "broken off after " + after);
        }
    }

    @Test
    void oneThatIsBrokenOffAgainAndAgainComesToTheSame() throws IOException {
        int records = PlantedHistory.lines().size();
        for (int after = records / 5; after < records; after += records / 5) {
            int broken = after;
            assertThatThrownBy(() -> run(broken)).hasMessage("broken off");
        }

        assertSame(run(Integer.MAX_VALUE), "broken off five times");
    }

    @Test
    void nothingIsLeftBesideTheFileInTheEnd() throws IOException {
        run(Integer.MAX_VALUE);

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("alerts.ndjson", "once.ndjson", "planted.ndjson");
        }
    }

    @Test
    void notesOfAnotherTaskAreNotTakenForOurs() {
        assertThatThrownBy(() -> run(300)).hasMessage("broken off");

        assertThatThrownBy(() -> run("another task", Integer.MAX_VALUE))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is another replay (a task, not another task)");
    }

    @Test
    void notesThatAreNoneAreRefused() throws IOException {
        var notes =
                Files.createDirectory(folder.resolve(".alerts.ndjson.replay")).resolve("notes");
        Files.writeString(notes, "something else");

        assertThatThrownBy(() -> run(Integer.MAX_VALUE))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot be read");
    }

    private void assertSame(Figures resumed, String when) throws IOException {
        assertThat(resumed.digest()).as(when).isEqualTo(undisturbed.digest());
        assertThat(resumed.outcome()).as(when).isEqualTo(undisturbed.outcome());
        assertThat(resumed.alerts()).as(when).isEqualTo(undisturbed.alerts()).isPositive();
        assertThat(alerts).hasSameBinaryContentAs(folder.resolve("once.ndjson"));
        Files.delete(alerts);
    }

    private Figures run(int breakAfter) {
        return run("a task", breakAfter);
    }

    private Figures run(String task, int breakAfter) {
        var replay = new Replay(TimeRange.ALL, Pace.max(), Optional.of(alerts));
        try (var notes = NotesFolder.beside(alerts);
                var history = new BrokenOff(history(), breakAfter)) {
            return new ResumableReplay(replay, notes, task, Duration.ZERO)
                    .run(history, LogStretch.ALL, POLICY, alert -> {});
        }
    }

    private FileHistory history() {
        var settings = new PipelineSettings(Profile.named("ua"), new Secret("a key of thirty-two characters.."));
        var source = new FileHistory.Source(List.of(reports), Format.NDJSON, Optional.empty());
        return FileHistory.open(
                source, new CountryPipelines(settings, Clock.systemUTC()), 3, (read, total, heard) -> {});
    }

    /** A history that ends in an exception after some records. */
    private record BrokenOff(History history, int after) implements History {
        @Override
        public int partitions() {
            return history.partitions();
        }

        @Override
        public End end() {
            return history.end();
        }

        @Override
        public void tell(Listener listener) {
            history.tell(new Listener() {
                private int told;

                @Override
                public void report(int partition, Report report) {
                    if (told++ == after) {
                        throw new IllegalStateException("broken off");
                    }
                    listener.report(partition, report);
                }

                @Override
                public void heartbeat(int partition, long at) {
                    listener.heartbeat(partition, at);
                }
            });
        }

        @Override
        public void close() {
            history.close();
        }
    }
}
