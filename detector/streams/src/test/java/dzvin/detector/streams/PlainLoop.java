package dzvin.detector.streams;

import dzvin.detector.core.count.BucketClosed;
import dzvin.detector.core.count.BucketGate;
import dzvin.detector.core.count.BucketMerger;
import dzvin.detector.core.count.MergerOutput;
import dzvin.detector.core.count.PartitionCounter;
import dzvin.detector.core.count.PartitionCounts;
import dzvin.detector.core.count.PartitionOutput;
import dzvin.detector.core.count.TravellingCell;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.DecisionStage;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Tables;
import dzvin.detector.streams.avro.ReportCodec;
import java.util.ArrayList;
import java.util.List;

/** Core's stages, one after the other, in memory: what the topology is held to. */
final class PlainLoop implements PartitionOutput {
    private final PartitionCounter counter;
    private final BucketMerger merger;
    private final BucketGate gate;
    private final DecisionStage stage;
    private final List<Decision> decisions = new ArrayList<>();

    PlainLoop(Policy policy) {
        this.counter = new PartitionCounter(policy, Tables.inMemory());
        this.merger = new BucketMerger(policy, 0, 1, Tables.inMemory());
        this.gate = new BucketGate(1, Tables.inMemory());
        this.stage = new DecisionStage(policy, Tables.inMemory(), new LabelsForPeople());
    }

    List<Decision> decisions() {
        return decisions;
    }

    PartitionCounts counts() {
        return counter.counts();
    }

    void take(StreamOfReports.Entry entry) {
        if (entry.report().isPresent()) {
            counter.report(ReportCodec.toCore(entry.report().get()), this);
        } else {
            counter.heartbeat(entry.at().toEpochMilli(), this);
        }
    }

    @Override
    public void cell(TravellingCell cell) {
        merger.cell(0, cell);
    }

    @Override
    public void closedThrough(long bucket) {
        merger.closedThrough(0, bucket, new ToGate());
    }

    private final class ToGate implements MergerOutput {
        @Override
        public void cell(TravellingCell cell) {
            gate.cell(0, cell);
        }

        @Override
        public void closed(BucketClosed closed) {
            gate.closed(closed).forEach(bucket -> decisions.addAll(stage.close(bucket)));
        }
    }
}
