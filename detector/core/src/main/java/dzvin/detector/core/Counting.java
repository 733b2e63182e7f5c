package dzvin.detector.core;

import dzvin.detector.core.count.BucketClosed;
import dzvin.detector.core.count.BucketGate;
import dzvin.detector.core.count.BucketMerger;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.count.MergerOutput;
import dzvin.detector.core.count.PartitionCounter;
import dzvin.detector.core.count.PartitionCounts;
import dzvin.detector.core.count.PartitionOutput;
import dzvin.detector.core.count.TravellingCell;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.view.ViewKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * All of the detector but its decisions, in one thread: count each partition, merge by key, release buckets in order. What it answers
 * depends on a policy's {@link #basis} alone, so that policies of one basis can be compared at the cost of counting once.
 */
public final class Counting {
    private final List<PartitionCounter> counters;
    private final List<BucketMerger> mergers;
    private final BucketGate gate;
    private final List<FromPartition> fromPartitions;
    private final List<FromMerger> fromMergers;
    private final List<ClosedBucket> closed = new ArrayList<>();

    /** Counts that start from nothing and are kept in memory. */
    public Counting(Policy policy, int sourcePartitions) {
        this(policy, sourcePartitions, 1, stage -> Tables.ofOneRun());
    }

    /** @param tables by name of the stage: {@code partition-0}, {@code merger-0}, {@code decide} */
    Counting(Policy policy, int sourcePartitions, int mergers, Function<String, Tables> tables) {
        var keys = new ViewKeys(policy.countedViews());
        this.counters = IntStream.range(0, sourcePartitions)
                .mapToObj(partition -> new PartitionCounter(policy, keys, tables.apply("partition-" + partition)))
                .toList();
        this.mergers = IntStream.range(0, mergers)
                .mapToObj(
                        merger -> new BucketMerger(policy, merger, sourcePartitions, tables.apply("merger-" + merger)))
                .toList();
        this.gate = new BucketGate(mergers, tables.apply("decide"));
        this.fromPartitions = IntStream.range(0, sourcePartitions)
                .mapToObj(FromPartition::new)
                .toList();
        this.fromMergers = IntStream.range(0, mergers).mapToObj(FromMerger::new).toList();
    }

    /** What of a policy decides on the counts: two policies of equal bases have the same buckets. */
    public static List<Object> basis(Policy policy) {
        var longest = policy.scales().stream().max(Duration::compareTo);
        return List.of(policy.bucket(), policy.grace(), policy.dedupHorizon(), policy.views(), longest);
    }

    /** The next report of a source partition; answers with the buckets that it closes. */
    public List<ClosedBucket> take(int partition, Report report) {
        counters.get(partition).report(report, fromPartitions.get(partition));
        return released();
    }

    /** A record of a source partition that only tells the time. */
    public List<ClosedBucket> heartbeat(int partition, long at) {
        counters.get(partition).heartbeat(at, fromPartitions.get(partition));
        return released();
    }

    /** Tells all source partitions the time. */
    public List<ClosedBucket> heartbeat(long at) {
        for (int partition = 0; partition < counters.size(); partition++) {
            counters.get(partition).heartbeat(at, fromPartitions.get(partition));
        }
        return released();
    }

    /** How many source partitions there are. */
    public int partitions() {
        return counters.size();
    }

    /** Largest time of any partition, {@link Long#MIN_VALUE} before the first. */
    public long watermark() {
        return counters.stream().mapToLong(PartitionCounter::watermark).max().orElse(Long.MIN_VALUE);
    }

    /** What became of all reports. */
    public PartitionCounts counts() {
        return counters.stream().map(PartitionCounter::counts).reduce(PartitionCounts.NONE, PartitionCounts::plus);
    }

    /** Keys that were forgotten, since there were too many. */
    long forgottenKeys() {
        return counters.stream().mapToLong(PartitionCounter::forgottenKeys).sum()
                + mergers.stream().mapToLong(BucketMerger::forgottenKeys).sum();
    }

    private List<ClosedBucket> released() {
        if (closed.isEmpty()) {
            return List.of();
        }
        var released = List.copyOf(closed);
        closed.clear();
        return released;
    }

    private final class FromPartition implements PartitionOutput {
        private final int partition;

        FromPartition(int partition) {
            this.partition = partition;
        }

        @Override
        public void cell(TravellingCell cell) {
            int merger =
                    mergers.size() == 1 ? 0 : Partitioner.of(cell.cell().key().text(), mergers.size());
            mergers.get(merger).cell(partition, cell);
        }

        @Override
        public void closedThrough(long bucket) {
            for (int merger = 0; merger < mergers.size(); merger++) {
                mergers.get(merger).closedThrough(partition, bucket, fromMergers.get(merger));
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
            Counting.this.closed.addAll(gate.closed(closed));
        }
    }
}
