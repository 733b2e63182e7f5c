package dzvin.detector.streams;

import dzvin.detector.core.count.BucketClosed;
import dzvin.detector.core.count.BucketMerger;
import dzvin.detector.core.count.MergerBounds;
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
import org.apache.kafka.streams.processor.PunctuationType;
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
    private Steps steps;
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
        this.buckets = new BucketMerger(
                policy, merger, sources, MergerBounds.waiting(HeapShare.ofWaiting(sources)), new StoreTables(context));
        this.commits = new Commits(context, policy, pace);
        this.out = new Forward();
        out.at = context.currentSystemTimeMs();
        this.bounds = meters.stage("merge", merger);
        this.steps = new Steps(buckets::canClose, buckets::waitingBytes, () -> buckets.closeNext(out), sources);
        context.schedule(Steps.TICK, PunctuationType.WALL_CLOCK_TIME, now -> goOn());
        show();
    }

    @Override
    public void process(Record<String, FromPartition> record) {
        commits.worked();
        if (record.value() instanceof Counted counted) {
            buckets.cells(counted.source(), counted.cells());
        } else if (record.value() instanceof ClosedThrough closed) {
            out.at = record.timestamp();
            steps.take(() -> buckets.closedThrough(closed.source(), closed.bucket()));
        }
        show();
    }

    private void goOn() {
        if (steps.isBehind()) {
            commits.worked();
            steps.step();
            show();
        }
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
        /** Time of the record that was read last; of this clock before the first, for nothing depends on it but when a commit is asked for. */
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
