package dzvin.detector.core.count;

import static dzvin.detector.core.Reports.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.StateBasis;
import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.state.UnfitStateException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counting and merging have kept is only taken up by a policy that it goes with. */
class OtherPolicyTest {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final Policy POLICY = TestPolicies.standard();
    private static final Policy HOURLY =
            TestPolicies.hourly(POLICY, POLICY.baseline().after(), List.of(Duration.ofHours(1)));

    private final Tables tables = Tables.inMemory();
    private final Collected out = new Collected();

    @Test
    void aCounterRefusesWhatWasCountedInOtherBuckets() {
        new PartitionCounter(POLICY, tables).heartbeat(20 * MINUTE, out);

        assertThatThrownBy(() -> new PartitionCounter(HOURLY, tables))
                .isInstanceOf(UnfitStateException.class)
                .hasMessageContaining("bucket 5m and not 1h");
    }

    @Test
    void aMergerRefusesWhatWasMergedInOtherBuckets() {
        new BucketMerger(POLICY, 0, 1, tables).closedThrough(0, 5, out);

        assertThatThrownBy(() -> new BucketMerger(HOURLY, 0, 1, tables))
                .isInstanceOf(UnfitStateException.class)
                .hasMessageContaining("bucket 5m and not 1h");
    }

    @Test
    void aCountersRowOfVersionOneIsTakenAsItIsAndTellsItsBasisFromItsNextWriteOn() throws IOException {
        var row = countersRow(20 * MINUTE, 2, 7, 4, 2, 1);
        tables.table(PartitionProgress.TABLE)
                .put("partition", PartitionProgress.TABLE.codec().fromBytes(row));

        var counter = new PartitionCounter(POLICY, tables);
        assertThat(counter.counts()).isEqualTo(new PartitionCounts(7, 4, 2, 1));
        assertThat(counter.watermark()).isEqualTo(20 * MINUTE);
        assertThat(counter.moveTo(41, 21 * MINUTE)).isTrue();
        counter.heartbeat(21 * MINUTE, out);

        var written = rewritten(
                PartitionProgress.TABLE.codec(),
                tables.table(PartitionProgress.TABLE).get("partition"));
        assertThat(written.basis()).isEqualTo(StateBasis.of(POLICY));
        assertThat(written.nextOffset()).isEqualTo(42);
    }

    @Test
    void aMergersRowOfVersionOneIsTakenAsItIsAndTellsItsBasisFromItsNextWriteOn() throws IOException {
        var row = mergersRow(5, 3, 5, 0);
        tables.table(MergerProgress.TABLE)
                .put("merger", MergerProgress.TABLE.codec().fromBytes(row));

        var merger = new BucketMerger(POLICY, 0, 1, tables);
        assertThat(merger.closed()).isEqualTo(5);
        merger.closedThrough(0, 6, out);

        var written = rewritten(
                MergerProgress.TABLE.codec(), tables.table(MergerProgress.TABLE).get("merger"));
        assertThat(written).isEqualTo(new MergerProgress(StateBasis.of(POLICY), List.of(6L), 3, 6, 0));
    }

    @Test
    void withALongerGraceAReportOfABucketThatHasClosedIsLateAndNotLost() {
        new PartitionCounter(POLICY, tables).heartbeat(12 * MINUTE, out);
        assertThat(out.closedThrough).containsExactly(1L);

        var patient = new PartitionCounter(withGrace(Duration.ofMinutes(10)), tables);
        patient.report(aReport("a", 9 * MINUTE).from("UA-32").build(), out);
        patient.heartbeat(25 * MINUTE, out);

        assertThat(patient.counts()).isEqualTo(new PartitionCounts(1, 0, 0, 1));
        assertThat(out.of("region=UA-32").closing()).isEqualTo(2);
    }

    private static byte[] countersRow(long... values) throws IOException {
        return row(new byte[] {1}, values);
    }

    /** Of one source partition. */
    private static byte[] mergersRow(long... values) throws IOException {
        return row(new byte[] {1, 0, 0, 0, 1}, values);
    }

    private static byte[] row(byte[] head, long... values) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(bytes)) {
            data.write(head);
            for (long value : values) {
                data.writeLong(value);
            }
        }
        return bytes.toByteArray();
    }

    private static <V> V rewritten(StateCodec<V> codec, V value) {
        return codec.fromBytes(codec.toBytes(value));
    }

    private static Policy withGrace(Duration grace) {
        return new Policy(
                POLICY.name(),
                POLICY.digest(),
                POLICY.bucket(),
                grace,
                POLICY.dedupHorizon(),
                POLICY.views(),
                POLICY.scales(),
                POLICY.falseAlarmsPerWeek(),
                POLICY.earlyAlerts(),
                POLICY.calendar(),
                POLICY.baseline(),
                POLICY.stages(),
                POLICY.population());
    }
}
