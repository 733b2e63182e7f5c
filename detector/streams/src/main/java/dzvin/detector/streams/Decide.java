package dzvin.detector.streams;

import dzvin.detector.core.count.BucketGate;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.DecisionStage;
import dzvin.detector.core.decide.Settlement;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.streams.state.StoreTables;
import dzvin.detector.streams.wire.FromMerger;
import dzvin.detector.streams.wire.FromMerger.Closed;
import dzvin.detector.streams.wire.FromMerger.Merged;
import dzvin.detector.streams.wire.FromMerger.Open;
import dzvin.schemas.Superseded;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
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
    private final Pace pace;
    private ProcessorContext<String, Decision> context;
    private BucketGate gate;
    private DecisionStage stage;
    private Steps steps;
    private Commits commits;
    private StageMeters bounds;
    /** Time of the word that was read last; of this clock before the first, for nothing depends on it but when a commit is asked for. */
    private long at;

    private Decide(Policy policy, int mergers, DetectorMeters meters, Pace pace) {
        this.policy = policy;
        this.mergers = mergers;
        this.meters = meters;
        this.pace = pace;
    }

    static ProcessorSupplier<String, FromMerger, String, Decision> supplier(
            Policy policy, int mergers, DetectorMeters meters, Pace pace) {
        var tables = new ArrayList<TableSpec<?>>(BucketGate.TABLES);
        tables.addAll(DecisionStage.TABLES);
        return StageSupplier.of(() -> new Decide(policy, mergers, meters, pace), tables);
    }

    @Override
    public void init(ProcessorContext<String, Decision> context) {
        this.context = context;
        this.commits = new Commits(context, policy, pace);
        var tables = new StoreTables(context);
        this.gate = new BucketGate(mergers, HeapShare.ofWaiting(mergers), tables);
        this.stage = new DecisionStage(policy, tables, new LabelsForPeople());
        if (stage.closedThrough() != Long.MIN_VALUE) {
            meters.goesOnFrom(endMillis(stage.closedThrough()));
        }
        this.bounds = meters.stage("decide", context.taskId().partition());
        this.at = context.currentSystemTimeMs();
        this.steps = new Steps(gate::canRelease, gate::waitingBytes, this::decideOnNext, 1);
        context.schedule(Steps.TICK, PunctuationType.WALL_CLOCK_TIME, now -> goOn());
        show();
    }

    @Override
    public void process(Record<String, FromMerger> record) {
        commits.worked();
        if (record.value() instanceof Merged merged) {
            gate.cells(merged.merger(), merged.cells());
        } else if (record.value() instanceof Closed closed) {
            at = record.timestamp();
            steps.take(() -> gate.note(closed.mark()));
        } else if (record.value() instanceof Open open) {
            sayEarly(open, record.timestamp());
        }
        show();
    }

    @Override
    public void close() {
        meters.release("decide", context.taskId().partition(), bounds);
    }

    private void show() {
        bounds.update(stage.forgottenKeys(), gate.waitingBytes());
    }

    /** @param received when the report was received that the open cell has come with */
    private void sayEarly(Open open, long received) {
        var said = stage.open(open.source(), open.cell());
        for (Decision decision : said) {
            forward(decision, new RecordHeaders());
            meters.rang(decision, OptionalLong.of(received));
        }
        if (!said.isEmpty()) {
            commits.commitSoon();
        }
    }

    private void goOn() {
        if (steps.isBehind()) {
            commits.worked();
            steps.step();
            show();
        }
    }

    private void decideOnNext() {
        gate.next().ifPresent(bucket -> {
            decideOn(bucket);
            commits.sent(at);
        });
    }

    private void decideOn(ClosedBucket bucket) {
        List<Decision> decisions = stage.close(bucket);
        var settlement = stage.settle(bucket, decisions);
        var newest = decisions.isEmpty() ? OptionalLong.empty() : bucket.newestReport();
        for (Decision decision : decisions) {
            forward(decision, headers(decision, settlement));
            meters.rang(decision, newest);
        }
        settlement.others().forEach(other -> forward(other, new RecordHeaders()));
        meters.settled(settlement);
        meters.decided(endMillis(bucket.bucket()), bucket);
    }

    private long endMillis(long bucket) {
        return TimeGrid.of(policy.bucket()).endMillis(bucket);
    }

    private void forward(Decision decision, Headers headers) {
        context.forward(new Record<>(decision.subject(), decision, decision.at(), headers));
    }

    /** What was said early depends on when it was looked at, so it must not be in a final alert's value. */
    private static Headers headers(Decision decision, Settlement settlement) {
        var headers = new RecordHeaders();
        if (decision instanceof CampaignAlert alert) {
            Superseded.write(settlement.superseded().getOrDefault(alert.id(), List.of()), headers);
        }
        return headers;
    }
}
