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
    private ProcessorContext<String, FromMerger> context;
    private BucketMerger buckets;
    private int merger;

    private MergeAndCloseBuckets(Policy policy, int sources) {
        this.policy = policy;
        this.sources = sources;
    }

    static ProcessorSupplier<String, FromPartition, String, FromMerger> supplier(Policy policy, int sources) {
        return StageSupplier.of(() -> new MergeAndCloseBuckets(policy, sources), BucketMerger.TABLES);
    }

    @Override
    public void init(ProcessorContext<String, FromMerger> context) {
        this.context = context;
        this.merger = context.taskId().partition();
        this.buckets = new BucketMerger(policy, merger, sources, new StoreTables(context));
    }

    @Override
    public void process(Record<String, FromPartition> record) {
        if (record.value() instanceof Counted counted) {
            buckets.cell(counted.source(), counted.cell());
        } else if (record.value() instanceof ClosedThrough closed) {
            buckets.closedThrough(closed.source(), closed.bucket(), new Forward(record.timestamp()));
        }
    }

    private final class Forward implements MergerOutput {
        private final long at;

        Forward(long at) {
            this.at = at;
        }

        @Override
        public void cell(TravellingCell cell) {
            context.forward(new Record<>(cell.cell().key().text(), new Merged(merger, cell), at));
        }

        @Override
        public void closed(BucketClosed mark) {
            context.forward(new Record<>("merger-" + merger, new Closed(mark), at));
        }
    }
}
