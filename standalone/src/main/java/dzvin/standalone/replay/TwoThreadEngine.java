package dzvin.standalone.replay;

import dzvin.detector.core.Counting;
import dzvin.detector.core.Silence;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.decide.DecisionStage;
import dzvin.detector.core.decide.Wanted;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Tables;
import dzvin.detector.streams.LabelsForPeople;
import dzvin.detector.streams.avro.ReportCodec;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Report;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The detector's core in memory, for a history from its beginning to its end: the caller's thread counts, another decides and tells.
 * It tells what {@link CoreEngine} tells, for buckets are decided on in the same order.
 */
public final class TwoThreadEngine implements Engine {
    private final Policy policy;
    private final Counting counting;
    private final DecisionStage stage;
    private final DetectorState said = new DetectorState();
    private final Consumer<ClosedBucket> decider;
    private final DecidingThread deciding;

    /** @param rung hears alerts, on another thread until the history ends */
    public TwoThreadEngine(Policy policy, int partitions, Consumer<Alert> rung) {
        this.policy = policy;
        this.counting = new Counting(policy, partitions);
        this.stage = new DecisionStage(policy, Tables.ofOneRun(), new LabelsForPeople(), Wanted.SIGNALS_AND_ALERTS);
        var announcements = new Announcements(policy, said, rung, Optional.empty());
        this.decider = bucket -> announcements.tell(stage.close(bucket));
        this.deciding = new DecidingThread(decider);
    }

    @Override
    public void report(int partition, Report report) {
        deciding.decideOn(counting.take(partition, ReportCodec.toCore(report)));
    }

    @Override
    public void heartbeat(int partition, long at) {
        deciding.decideOn(counting.heartbeat(partition, at));
    }

    @Override
    public Outcome finish(History.End end) {
        deciding.finish();
        if (end == History.End.SILENCE) {
            new Silence(policy)
                    .after(counting.watermark(), at -> counting.heartbeat(at).forEach(decider), stage::isCalm);
        }
        return new Outcome(counting.counts(), said.signals(), said.campaigns());
    }

    @Override
    public void close() {
        deciding.close();
    }
}
