package dzvin.detector.streams;

import dzvin.detector.core.count.BucketGate;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignSnapshot;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.DecisionStage;
import dzvin.detector.core.decide.SurgeSignal;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.streams.state.StoreTables;
import dzvin.detector.streams.wire.FromMerger;
import dzvin.detector.streams.wire.FromMerger.Closed;
import dzvin.detector.streams.wire.FromMerger.Merged;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Takes decisions on closed buckets, in one order for the whole system. A decision's record carries the end of the bucket that
 * decided as its time: when it was computed must not show.
 */
final class Decide implements Processor<String, FromMerger, String, Decision> {
    static final String NAME = "decide";

    private final Policy policy;
    private final int mergers;
    private final DetectorMeters meters;
    private ProcessorContext<String, Decision> context;
    private BucketGate gate;
    private DecisionStage stage;

    private Decide(Policy policy, int mergers, DetectorMeters meters) {
        this.policy = policy;
        this.mergers = mergers;
        this.meters = meters;
    }

    static ProcessorSupplier<String, FromMerger, String, Decision> supplier(
            Policy policy, int mergers, DetectorMeters meters) {
        var tables = new ArrayList<TableSpec<?>>(BucketGate.TABLES);
        tables.addAll(DecisionStage.TABLES);
        return StageSupplier.of(() -> new Decide(policy, mergers, meters), tables);
    }

    @Override
    public void init(ProcessorContext<String, Decision> context) {
        this.context = context;
        var tables = new StoreTables(context);
        this.gate = new BucketGate(mergers, tables);
        this.stage = new DecisionStage(policy, tables, new LabelsForPeople());
    }

    @Override
    public void process(Record<String, FromMerger> record) {
        if (record.value() instanceof Merged merged) {
            gate.cell(merged.merger(), merged.cell());
        } else if (record.value() instanceof Closed closed) {
            gate.closed(closed.mark()).forEach(this::decideOn);
        }
    }

    private void decideOn(ClosedBucket bucket) {
        List<Decision> decisions = stage.close(bucket);
        for (Decision decision : decisions) {
            context.forward(new Record<>(keyOf(decision), decision, timeOf(decision)));
            meters.rang(decision);
        }
        meters.decided(TimeGrid.of(policy.bucket()).endMillis(bucket.bucket()), bucket);
    }

    private static String keyOf(Decision decision) {
        if (decision instanceof SurgeSignal signal) {
            return signal.key().text();
        }
        return decision instanceof CampaignAlert alert
                ? alert.campaign().toString()
                : ((CampaignSnapshot) decision).id().toString();
    }

    private static long timeOf(Decision decision) {
        if (decision instanceof SurgeSignal signal) {
            return signal.at();
        }
        return decision instanceof CampaignAlert alert ? alert.at() : ((CampaignSnapshot) decision).updatedAt();
    }
}
