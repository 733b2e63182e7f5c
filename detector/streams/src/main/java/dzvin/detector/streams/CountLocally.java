package dzvin.detector.streams;

import dzvin.detector.core.Partitioner;
import dzvin.detector.core.Report;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.count.PartitionCounter;
import dzvin.detector.core.count.PartitionOutput;
import dzvin.detector.core.count.TravellingCell;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.streams.state.StoreTables;
import dzvin.detector.streams.wire.FromPartition;
import dzvin.detector.streams.wire.FromPartition.ClosedThrough;
import dzvin.detector.streams.wire.FromPartition.Counted;
import dzvin.detector.streams.wire.FromPartition.Open;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the reports of one source partition. A record without a value is a heartbeat: it only tells the time. */
final class CountLocally implements Processor<String, Report, String, FromPartition> {
    static final String NAME = "count-locally";

    private static final Logger log = LoggerFactory.getLogger(CountLocally.class);

    private final Policy policy;
    private final int mergers;
    private final DetectorMeters meters;
    private final Pace pace;

    private ProcessorContext<String, FromPartition> context;
    private PartitionCounter counter;
    private SourceMeters shown;
    private StageMeters bounds;
    private Commits commits;
    private Forward out;
    private int source;

    private CountLocally(Policy policy, int mergers, DetectorMeters meters, Pace pace) {
        this.policy = policy;
        this.mergers = mergers;
        this.meters = meters;
        this.pace = pace;
    }

    static ProcessorSupplier<String, Report, String, FromPartition> supplier(
            Policy policy, int mergers, DetectorMeters meters, Pace pace) {
        return StageSupplier.of(() -> new CountLocally(policy, mergers, meters, pace), PartitionCounter.TABLES);
    }

    @Override
    public void init(ProcessorContext<String, FromPartition> context) {
        this.context = context;
        this.source = context.taskId().partition();
        this.shown = meters.source(source);
        this.bounds = meters.stage("count", source);
        this.commits = new Commits(context, policy, pace);
        this.counter = new PartitionCounter(policy, new StoreTables(context));
        this.out = new Forward();
        show();
    }

    @Override
    public void process(Record<String, Report> record) {
        out.at = record.timestamp();
        commits.worked();
        if (wasReadBefore(record)) {
            return;
        }
        if (record.value() == null) {
            counter.heartbeat(record.timestamp(), out);
        } else {
            pace.counted();
            counter.report(record.value(), out);
        }
        show();
    }

    /** State outlives the offsets of its group, which Kafka forgets after a time without members: nothing may count twice then. */
    private boolean wasReadBefore(Record<String, Report> record) {
        long offset = context.recordMetadata().orElseThrow().offset();
        long at = record.value() == null ? record.timestamp() : record.value().receivedAt();
        if (counter.moveTo(offset, at)) {
            return false;
        }
        if (shown.readAgain()) {
            log.atWarn()
                    .addKeyValue("partition", source)
                    .addKeyValue("offset", offset)
                    .addKeyValue("readUpTo", counter.nextOffset())
                    .log(
                            "reports that were counted before are read again and passed over; were the group's offsets lost?");
        }
        return true;
    }

    @Override
    public void close() {
        meters.release(source, shown);
        meters.release("count", source, bounds);
    }

    private void show() {
        shown.update(counter.counts(), counter.watermark(), counter.openBuckets());
        bounds.update(counter.forgottenKeys(), 0);
    }

    private final class Forward implements PartitionOutput {
        private final CellBatches batches =
                new CellBatches(mergers, (batch, merger) -> send(new Counted(source, merger, batch)));
        /** Time of the record that is read. */
        private long at;

        @Override
        public boolean wantsOpenCells() {
            return policy.earlyAlerts() && commits.isLive(at);
        }

        @Override
        public void openCell(KeyCell cell) {
            context.forward(new Record<>(cell.key().text(), new Open(source, cell), at));
            commits.commitSoon();
        }

        @Override
        public void cell(TravellingCell cell) {
            batches.add(Partitioner.of(cell.cell().key().text(), mergers), cell);
        }

        @Override
        public void closedThrough(long bucket) {
            batches.send();
            send(new ClosedThrough(source, bucket));
            commits.sent(at);
        }

        private void send(FromPartition message) {
            context.forward(new Record<>("source-" + source, message, at));
        }
    }
}
