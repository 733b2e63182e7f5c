package dzvin.detector.core;

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
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The whole detector in one thread: count each partition, merge by key, release buckets in order, decide. The topology runs the same
 * stages on Kafka; partitions, mergers and steps of time change nothing in what they decide.
 */
public final class Detector {
    private static final long STEP = Duration.ofHours(1).toMillis();
    /** Beyond the policy's own silence; a campaign that has not ended by then is left as it is. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private final Policy policy;
    private final List<PartitionCounter> counters;
    private final List<BucketMerger> mergers;
    private final BucketGate gate;
    private final DecisionStage stage;
    private final List<Decision> decisions = new ArrayList<>();

    /** A detector that starts from nothing and keeps everything in memory. */
    public Detector(Policy policy, Labels labels, int sourcePartitions) {
        this(policy, labels, sourcePartitions, 1, stage -> Tables.inMemory());
    }

    /** @param tables by name of the stage: {@code partition-0}, {@code merger-0}, {@code decide} */
    public Detector(Policy policy, Labels labels, int sourcePartitions, int mergers, Function<String, Tables> tables) {
        this.policy = policy;
        this.counters = IntStream.range(0, sourcePartitions)
                .mapToObj(partition -> new PartitionCounter(policy, tables.apply("partition-" + partition)))
                .toList();
        this.mergers = IntStream.range(0, mergers)
                .mapToObj(
                        merger -> new BucketMerger(policy, merger, sourcePartitions, tables.apply("merger-" + merger)))
                .toList();
        var last = tables.apply("decide");
        this.gate = new BucketGate(mergers, last);
        this.stage = new DecisionStage(policy, last, labels);
    }

    /** The next report, of the source partition that it belongs to. */
    public List<Decision> take(Report report) {
        return take(Partitioner.of(report, counters.size()), report);
    }

    /** The next report of a source partition. */
    public List<Decision> take(int partition, Report report) {
        counters.get(partition).report(report, new FromPartition(partition));
        return decided();
    }

    /** A record of a source partition that only tells the time. */
    public List<Decision> heartbeat(int partition, long at) {
        counters.get(partition).heartbeat(at, new FromPartition(partition));
        return decided();
    }

    /** Tells all source partitions the time. */
    public List<Decision> heartbeat(long at) {
        for (int partition = 0; partition < counters.size(); partition++) {
            counters.get(partition).heartbeat(at, new FromPartition(partition));
        }
        return decided();
    }

    /** The input has ended: closes everything, and lets silence pass until no campaign is open, within reason. */
    public List<Decision> finish() {
        long last =
                counters.stream().mapToLong(PartitionCounter::watermark).max().orElse(Long.MIN_VALUE);
        var finished = new ArrayList<Decision>();
        if (last == Long.MIN_VALUE) {
            return finished;
        }
        long at = last + policy.bucket().toMillis() + policy.grace().toMillis();
        long end = at + policy.stages().endedAfter().plus(PATIENCE).toMillis();
        finished.addAll(heartbeat(at));
        while (!stage.isCalm() && at < end) {
            at += STEP;
            finished.addAll(heartbeat(at));
        }
        return finished;
    }

    /** What became of all reports. */
    public PartitionCounts counts() {
        return counters.stream().map(PartitionCounter::counts).reduce(PartitionCounts.NONE, PartitionCounts::plus);
    }

    private List<Decision> decided() {
        if (decisions.isEmpty()) {
            return List.of();
        }
        var decided = List.copyOf(decisions);
        decisions.clear();
        return decided;
    }

    private final class FromPartition implements PartitionOutput {
        private final int partition;

        FromPartition(int partition) {
            this.partition = partition;
        }

        @Override
        public void cell(TravellingCell cell) {
            int merger = Partitioner.of(cell.cell().key().text(), mergers.size());
            mergers.get(merger).cell(partition, cell);
        }

        @Override
        public void closedThrough(long bucket) {
            for (int merger = 0; merger < mergers.size(); merger++) {
                mergers.get(merger).closedThrough(partition, bucket, new FromMerger(merger));
            }
        }
    }

    private final class FromMerger implements MergerOutput {
        private final int merger;

        FromMerger(int merger) {
            this.merger = merger;
        }

        @Override
        public void cell(TravellingCell cell) {
            gate.cell(merger, cell);
        }

        @Override
        public void closed(BucketClosed closed) {
            gate.closed(closed).forEach(bucket -> decisions.addAll(stage.close(bucket)));
        }
    }
}
