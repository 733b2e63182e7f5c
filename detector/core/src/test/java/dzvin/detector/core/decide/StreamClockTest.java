package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.policy.StateBasis;
import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.state.UnfitStateException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What deciding has kept is only taken up by a policy that it goes with. */
class StreamClockTest {
    private static final TableSpec<StreamClock> CLOCK = TableSpec.forRestart("stream-clock", new StreamClock.Codec());

    private final Tables tables = Tables.inMemory();
    private final StateCodec<StreamClock> codec = CLOCK.codec();

    @Test
    void decisionsGoOnWhereTheyStopped() {
        assertThat(stage().closedThrough()).isEqualTo(Long.MIN_VALUE);
        decideOnAnHour();

        assertThat(stage().closedThrough()).isEqualTo(clock().closedThrough());
    }

    @Test
    void whatWasDecidedInOtherBucketsIsRefused() {
        decideOnAnHour();

        assertThatThrownBy(() -> new DecisionStage(TestPolicies.standard(), tables, Labels.codes()))
                .isInstanceOf(UnfitStateException.class)
                .hasMessageContaining("bucket 1h and not 5m");
    }

    @Test
    void aRowWithoutAVersionIsTakenAsItIsAndTellsItsBasisFromItsNextWriteOn() {
        decideOnAnHour();
        var before = clock();
        int basis = Byte.BYTES
                + Short.BYTES
                + StateBasis.of(HourlyStage.POLICY).text().length();
        byte[] now = codec.toBytes(before);
        byte[] unversioned = Arrays.copyOfRange(now, basis, now.length);
        tables.table(CLOCK).put("clock", codec.fromBytes(unversioned));

        assertThat(stage().closedThrough()).isEqualTo(before.closedThrough());
        stage().close(new SimulatedStream(22, 4).hour(1, List.of()));

        assertThat(codec.toBytes(clock())).startsWith(Arrays.copyOf(now, basis));
    }

    private void decideOnAnHour() {
        stage().close(new SimulatedStream(22, 4).hour(0, List.of()));
    }

    private DecisionStage stage() {
        return new DecisionStage(HourlyStage.POLICY, tables, Labels.codes());
    }

    private StreamClock clock() {
        return tables.table(CLOCK).get("clock");
    }
}
