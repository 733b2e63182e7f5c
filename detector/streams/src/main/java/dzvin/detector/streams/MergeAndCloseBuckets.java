package dzvin.detector.streams;

import dzvin.detector.core.count.BucketClosed;
import dzvin.detector.core.count.BucketMerger;
import dzvin.detector.core.count.MergerOutput;
import dzvin.detector.core.count.TravellingCell;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.streams.state.StoreTables;
import dzvin.detector.streams.wire.FromMerger;
import dzvin.detector.streams.wire.FromMerger.Closed;
import dzvin.detector.streams.wire.FromMerger.Merged;
import dzvin.detector.streams.wire.FromPartition;
import dzvin.detector.streams.wire.FromPartition.ClosedThrough;
import dzvin.detector.streams.wire.FromPartition.Counted;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** Merges what the source partitions counted in this partition's keys, and closes buckets when all of them have. */
final class MergeAndCloseBuckets implements Processor<String, FromPartition, String, FromMerger> {
    static final String NAME = "merge-and-close-buckets";

    private final Policy policy;
    private final int sources;
    private final DetectorMeters meters;
    private final Pace pace;
    private ProcessorContext<String, FromMerger> context;
    private BucketMerger buckets;
    private Commits commits;
    private StageMeters bounds;
    private int merger;
    private Forward out;

    private MergeAndCloseBuckets(Policy policy, int sources, DetectorMeters meters, Pace pace) {
        this.policy = policy;
        this.sources = sources;
        this.meters = meters;
        this.pace = pace;
    }

    static ProcessorSupplier<String, FromPartition, String, FromMerger> supplier(
            Policy policy, int sources, DetectorMeters meters, Pace pace) {
        return StageSupplier.of(() -> new MergeAndCloseBuckets(policy, sources, meters, pace), BucketMerger.TABLES);
    }

    @Override
    public void init(ProcessorContext<String, FromMerger> context) {
        this.context = context;
        this.merger = context.taskId().partition();
        this.buckets = new BucketMerger(policy, merger, sources, new StoreTables(context));
        this.commits = new Commits(context, policy, pace);
        this.out = new Forward();
        this.bounds = meters.stage("merge", merger);
        show();
    }

    @Override
    public void process(Record<String, FromPartition> record) {
        commits.worked();
        if (record.value() instanceof Counted counted) {
            buckets.cells(counted.source(), counted.cells());
        } else if (record.value() instanceof ClosedThrough closed) {
            out.at = record.timestamp();
            buckets.closedThrough(closed.source(), closed.bucket(), out);
        }
        show();
    }

    @Override
    public void close() {
        meters.release("merge", merger, bounds);
    }

    private void show() {
        bounds.update(buckets.forgottenKeys(), buckets.waitingBytes());
    }

    private final class Forward implements MergerOutput {
        private final CellBatches batches = new CellBatches(1, (batch, target) -> send(new Merged(merger, batch)));
        /** Time of the record that is read. */
        private long at;

        @Override
        public void cell(TravellingCell cell) {
            batches.add(0, cell);
        }

        @Override
        public void closed(BucketClosed mark) {
            batches.send();
            send(new Closed(mark));
            commits.sent(at);
        }

        private void send(FromMerger message) {
            context.forward(new Record<>("merger-" + merger, message, at));
        }
    }
}
