package dzvin.detector.core.decide;

import dzvin.detector.core.Partitioner;
import dzvin.detector.core.Report;
import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.count.BucketClosed;
import dzvin.detector.core.count.BucketGate;
import dzvin.detector.core.count.BucketMerger;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.count.MergerOutput;
import dzvin.detector.core.count.PartitionCounter;
import dzvin.detector.core.count.PartitionOutput;
import dzvin.detector.core.count.TravellingCell;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** The whole detector with open cells told on the way, each as it comes or not at all, as {@code told} says. */
final class EarlyRun {
    private static final Policy POLICY = TestPolicies.standard();

    final List<Decision> decisions = new ArrayList<>();
    /** In the order of saying: what was said early, final decisions, and what came of early words. */
    final List<Object> said = new ArrayList<>();

    private final List<PartitionCounter> counters;
    private final BucketMerger merger;
    private final BucketGate gate = new BucketGate(1, Tables.inMemory());
    private final Tables tables = Tables.inMemory();
    private final BooleanSupplier told;
    private DecisionStage stage = new DecisionStage(POLICY, tables, Labels.codes());

    EarlyRun(int partitions, BooleanSupplier told) {
        this.counters = IntStream.range(0, partitions)
                .mapToObj(partition -> new PartitionCounter(POLICY, Tables.inMemory()))
                .toList();
        this.merger = new BucketMerger(POLICY, 0, partitions, Tables.inMemory());
        this.told = told;
    }

    /** All of them, and an hour beyond. */
    void takeAll(List<Report> reports) {
        long told = EarlyStream.START;
        for (Report report : reports) {
            told = Math.max(told, report.receivedAt());
            heartbeat(told - Duration.ofMinutes(1).toMillis());
            take(report);
        }
        heartbeat(told + Duration.ofHours(1).toMillis());
    }

    void take(Report report) {
        int partition = Partitioner.of(report, counters.size());
        counters.get(partition).report(report, new Out(partition));
    }

    void heartbeat(long at) {
        for (int partition = 0; partition < counters.size(); partition++) {
            counters.get(partition).heartbeat(at, new Out(partition));
        }
    }

    /** As after a crash. */
    void restart() {
        stage = new DecisionStage(POLICY, tables, Labels.codes());
    }

    private void decideOn(ClosedBucket bucket) {
        var decided = stage.close(bucket);
        decisions.addAll(decided);
        said.addAll(decided);
        said.add(stage.settle(bucket, decided));
    }

    private final class Out implements PartitionOutput {
        private final int partition;

        Out(int partition) {
            this.partition = partition;
        }

        @Override
        public boolean wantsOpenCells() {
            return true;
        }

        @Override
        public void openCell(KeyCell cell) {
            if (told.getAsBoolean()) {
                said.addAll(stage.open(partition, cell));
            }
        }

        @Override
        public void cell(TravellingCell cell) {
            merger.cell(partition, cell);
        }

        @Override
        public void closedThrough(long bucket) {
            merger.closedThrough(partition, bucket, new ToGate());
        }
    }

    private final class ToGate implements MergerOutput {
        @Override
        public void cell(TravellingCell cell) {
            gate.cell(0, cell);
        }

        @Override
        public void closed(BucketClosed mark) {
            gate.closed(mark).forEach(EarlyRun.this::decideOn);
        }
    }
}
