package dzvin.detector.core.count;

import dzvin.detector.core.Logs;
import dzvin.detector.core.Partitioner;
import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Counters, mergers and the gate wired together, with states that can be written down and read again. */
final class Pipeline {
    private final Policy policy = TestPolicies.standard();
    private final List<Tables> states;
    private final List<PartitionCounter> counters;
    private final List<BucketMerger> mergers;
    private final BucketGate gate;
    private final int sources;
    private final List<ClosedBucket> released;

    Pipeline(int sources, int mergers) {
        this(
                sources,
                mergers,
                IntStream.rangeClosed(0, sources + mergers)
                        .mapToObj(stage -> Tables.inMemory())
                        .toList(),
                new ArrayList<>());
    }

    private Pipeline(int sources, int mergers, List<Tables> states, List<ClosedBucket> released) {
        this.sources = sources;
        this.states = states;
        this.released = released;
        this.counters = IntStream.range(0, sources)
                .mapToObj(source -> new PartitionCounter(policy, states.get(source)))
                .toList();
        this.mergers = IntStream.range(0, mergers)
                .mapToObj(merger -> new BucketMerger(policy, merger, sources, states.get(sources + merger)))
                .toList();
        this.gate = new BucketGate(mergers, states.get(sources + mergers));
    }

    void read(Logs.Entry entry) {
        var out = output(entry.partition());
        if (entry.report() == null) {
            counters.get(entry.partition()).heartbeat(entry.at(), out);
        } else {
            counters.get(entry.partition()).report(entry.report(), out);
        }
    }

    void heartbeatAll(long at) {
        IntStream.range(0, sources).forEach(source -> read(new Logs.Entry(source, at, null)));
    }

    PartitionCounts counts() {
        return counters.stream().map(PartitionCounter::counts).reduce(PartitionCounts.NONE, PartitionCounts::plus);
    }

    /** What was released, but for empty buckets that say nothing new: their number depends on the steps of time. */
    List<ClosedBucket> released() {
        var telling = new ArrayList<ClosedBucket>();
        for (int i = 0; i < released.size(); i++) {
            var bucket = released.get(i);
            boolean empty = bucket.cells().isEmpty()
                    && bucket.earlier().isEmpty()
                    && bucket.late().isEmpty();
            if (!empty || i == 0 || !bucket.live().equals(released.get(i - 1).live())) {
                telling.add(bucket);
            }
        }
        return telling;
    }

    /** As after a crash: everything is built anew from bytes. */
    Pipeline restarted() {
        var copies = new ArrayList<Tables>();
        for (int stage = 0; stage < states.size(); stage++) {
            var specs = stage < sources
                    ? PartitionCounter.TABLES
                    : stage < sources + mergers.size() ? BucketMerger.TABLES : BucketGate.TABLES;
            var copy = Tables.inMemory();
            for (TableSpec<?> spec : specs) {
                copy(spec, states.get(stage), copy);
            }
            copies.add(copy);
        }
        return new Pipeline(sources, mergers.size(), copies, released);
    }

    private static <V> void copy(TableSpec<V> spec, Tables from, Tables to) {
        Table<V> target = to.table(spec);
        StateCodec<V> codec = spec.codec();
        from.table(spec).forEach((key, value) -> target.put(key, codec.fromBytes(codec.toBytes(value))));
    }

    private PartitionOutput output(int source) {
        return new PartitionOutput() {
            @Override
            public void cell(TravellingCell cell) {
                int merger = Partitioner.of(cell.cell().key().text(), mergers.size());
                mergers.get(merger).cell(source, cell);
            }

            @Override
            public void closedThrough(long bucket) {
                for (int merger = 0; merger < mergers.size(); merger++) {
                    mergers.get(merger).closedThrough(source, bucket, output(merger, gate));
                }
            }
        };
    }

    private MergerOutput output(int merger, BucketGate to) {
        return new MergerOutput() {
            @Override
            public void cell(TravellingCell cell) {
                to.cell(merger, cell);
            }

            @Override
            public void closed(BucketClosed closed) {
                released.addAll(to.closed(closed));
            }
        };
    }
}
