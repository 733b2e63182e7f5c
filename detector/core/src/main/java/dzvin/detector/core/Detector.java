package dzvin.detector.core;

import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.count.PartitionCounts;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.DecisionStage;
import dzvin.detector.core.decide.Wanted;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The whole detector in one thread: count each partition, merge by key, release buckets in order, decide. The topology runs the same
 * stages on Kafka; partitions, mergers and steps of time change nothing in what they decide.
 */
public final class Detector {
    private final Policy policy;
    private final Counting counting;
    private final DecisionStage stage;

    /** A detector that starts from nothing and keeps everything in memory. */
    public Detector(Policy policy, Labels labels, int sourcePartitions) {
        this(policy, labels, sourcePartitions, Wanted.EVERYTHING);
    }

    /** The same, which puts only what is wanted into words. */
    public Detector(Policy policy, Labels labels, int sourcePartitions, Wanted wanted) {
        this(policy, labels, sourcePartitions, 1, stage -> Tables.ofOneRun(), wanted);
    }

    /** @param tables by name of the stage: {@code partition-0}, {@code merger-0}, {@code decide} */
    public Detector(Policy policy, Labels labels, int sourcePartitions, int mergers, Function<String, Tables> tables) {
        this(policy, labels, sourcePartitions, mergers, tables, Wanted.EVERYTHING);
    }

    /** @param tables by name of the stage: {@code partition-0}, {@code merger-0}, {@code decide} */
    public Detector(
            Policy policy,
            Labels labels,
            int sourcePartitions,
            int mergers,
            Function<String, Tables> tables,
            Wanted wanted) {
        this.policy = policy;
        var last = tables.apply("decide");
        this.counting = new Counting(
                policy, sourcePartitions, mergers, stage -> stage.equals("decide") ? last : tables.apply(stage));
        this.stage = new DecisionStage(policy, last, labels, wanted);
    }

    /** The next report, of the source partition that it belongs to. */
    public List<Decision> take(Report report) {
        return take(Partitioner.of(report, counting.partitions()), report);
    }

    /** The next report of a source partition. */
    public List<Decision> take(int partition, Report report) {
        return decided(counting.take(partition, report));
    }

    /** A record of a source partition that only tells the time. */
    public List<Decision> heartbeat(int partition, long at) {
        return decided(counting.heartbeat(partition, at));
    }

    /** Tells all source partitions the time. */
    public List<Decision> heartbeat(long at) {
        return decided(counting.heartbeat(at));
    }

    /** The input has ended: closes everything, and lets silence pass until no campaign is open, within reason. */
    public List<Decision> finish() {
        var finished = new ArrayList<Decision>();
        new Silence(policy).after(counting.watermark(), at -> finished.addAll(heartbeat(at)), stage::isCalm);
        return finished;
    }

    /** What became of all reports. */
    public PartitionCounts counts() {
        return counting.counts();
    }

    /** Keys that were forgotten in any stage, since there were too many: then decisions depend on the number of partitions. */
    public long forgottenKeys() {
        return counting.forgottenKeys() + stage.forgottenKeys();
    }

    private List<Decision> decided(List<ClosedBucket> closed) {
        if (closed.isEmpty()) {
            return List.of();
        }
        var decisions = new ArrayList<Decision>();
        closed.forEach(bucket -> decisions.addAll(stage.close(bucket)));
        return decisions;
    }
}
