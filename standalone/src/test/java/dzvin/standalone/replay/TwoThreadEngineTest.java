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
import dzvin.schemas.avro.Alert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two threads ring what one rings, and what goes wrong on the second is heard of. */
class TwoThreadEngineTest {
    private static final Policy POLICY = Policies.shipped("ua");

    @TempDir
    private Path folder;

    private Path reports;

    @BeforeEach
    void write() throws IOException {
        reports = PlantedHistory.in(folder);
    }

    @Test
    void ringsWhatOneThreadRings() {
        var one = run(rung -> new CoreEngine(POLICY, 4, rung), alert -> {});
        var two = run(rung -> new TwoThreadEngine(POLICY, 4, rung), alert -> {});

        assertThat(one.alerts()).isPositive();
        assertThat(two.digest()).isEqualTo(one.digest());
        assertThat(two.outcome()).isEqualTo(one.outcome());
    }

    @Test
    void whatGoesWrongWhereAlertsAreHeardEndsTheReplay() {
        assertThatThrownBy(() -> run(rung -> new TwoThreadEngine(POLICY, 4, rung), alert -> {
                    throw new IllegalStateException("the hearer is gone");
                }))
                .hasMessage("the hearer is gone");
    }

    private Figures run(Function<Consumer<Alert>, Engine> engines, Consumer<Alert> rung) {
        var settings = new PipelineSettings(Profile.named("ua"), new Secret("a key of thirty-two characters.."));
        var source = new FileHistory.Source(List.of(reports), Format.NDJSON, Optional.empty());
        try (var history = FileHistory.open(
                source, new CountryPipelines(settings, Clock.systemUTC()), 4, (read, total, told) -> {})) {
            return new Replay(TimeRange.ALL, Pace.max(), Optional.empty()).run(history, engines, rung);
        }
    }
}
