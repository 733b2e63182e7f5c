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
import java.util.Random;
import java.util.stream.IntStream;

/** Counters, mergers and the gate wired together, with states that can be written down and read again. */
final class Pipeline {
    private final Policy policy = TestPolicies.standard();
    private final List<Tables> states;
    private final List<PartitionCounter> counters;
    private final List<BucketMerger> mergers;
    private final BucketGate gate;
    private final int sources;
    private final long waitingBytes;
    private final List<ClosedBucket> released;
    private Random leisure;

    Pipeline(int sources, int mergers) {
        this(sources, mergers, Long.MAX_VALUE);
    }

    /** @param waitingBytes that may wait on the heap of each merger and of the gate */
    Pipeline(int sources, int mergers, long waitingBytes) {
        this(
                sources,
                mergers,
                waitingBytes,
                IntStream.rangeClosed(0, sources + mergers)
                        .mapToObj(stage -> Tables.inMemory())
                        .toList(),
                new ArrayList<>());
    }

    private Pipeline(int sources, int mergers, long waitingBytes, List<Tables> states, List<ClosedBucket> released) {
        this.sources = sources;
        this.waitingBytes = waitingBytes;
        this.states = states;
        this.released = released;
        this.counters = IntStream.range(0, sources)
                .mapToObj(source -> new PartitionCounter(policy, states.get(source)))
                .toList();
        this.mergers = IntStream.range(0, mergers)
                .mapToObj(merger -> new BucketMerger(
                        policy, merger, sources, MergerBounds.waiting(waitingBytes), states.get(sources + merger)))
                .toList();
        this.gate = new BucketGate(mergers, waitingBytes, states.get(sources + mergers));
    }

    void read(Logs.Entry entry) {
        var out = output(entry.partition());
        if (entry.report() == null) {
            counters.get(entry.partition()).heartbeat(entry.at(), out);
        } else {
            counters.get(entry.partition()).report(entry.report(), out);
        }
    }

    /** From now on mergers close a bucket at times that depend on the seed, and not as soon as they can. */
    void closeAtLeisure(long seed) {
        leisure = new Random(seed);
    }

    /** Has every merger close what it can. */
    void catchUp() {
        leisure = null;
        IntStream.range(0, mergers.size()).forEach(this::closeNow);
    }

    private void closeNow(int merger) {
        var buckets = mergers.get(merger);
        while (buckets.canClose() && (leisure == null || leisure.nextInt(3) == 0)) {
            buckets.closeNext(output(merger, gate));
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
        return new Pipeline(sources, mergers.size(), waitingBytes, copies, released);
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
                    mergers.get(merger).closedThrough(source, bucket);
                    closeNow(merger);
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
