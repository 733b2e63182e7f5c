package dzvin.standalone.backtest;

import dzvin.detector.core.Counting;
import dzvin.detector.core.count.PartitionCounts;
import dzvin.detector.streams.LabelsForPeople;
import dzvin.detector.streams.avro.ReportCodec;
import dzvin.schemas.avro.Report;
import dzvin.standalone.replay.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** One history, read once, under several policies. */
public final class Backtest {
    private final List<Candidate> candidates;
    private final Consumer<Report> watcher;

    /** @param watcher hears every report as well */
    public Backtest(List<Candidate> candidates, Consumer<Report> watcher) {
        this.candidates = List.copyOf(candidates);
        this.watcher = watcher;
    }

    /**
     * What came of it.
     *
     * @param trials in the order of the candidates
     * @param counts of the first policy's reports
     * @param from received time of the earliest report, epoch milliseconds
     * @param to of the latest
     */
    public record Result(List<Trial> trials, PartitionCounts counts, long from, long to) {
        private static final double MILLIS_PER_WEEK = 7 * 24 * 3_600_000.0;

        /** Length of the history, at least an hour's worth. */
        public double weeks() {
            return Math.max(to - from, 3_600_000L) / MILLIS_PER_WEEK;
        }
    }

    /** Runs it. */
    public Result run(History history) {
        var threads = Executors.newFixedThreadPool(
                Math.min(candidates.size(), Runtime.getRuntime().availableProcessors()));
        try {
            return run(history, threads);
        } finally {
            threads.shutdownNow();
        }
    }

    private Result run(History history, ExecutorService threads) {
        var names = new LabelsForPeople();
        var trials = candidates.stream()
                .map(candidate -> new Trial(candidate, names))
                .toList();
        var byBasis = new LinkedHashMap<List<Object>, List<Trial>>();
        trials.forEach(trial -> byBasis.computeIfAbsent(
                        Counting.basis(trial.candidate().policy()), basis -> new ArrayList<>())
                .add(trial));
        var counts = byBasis.values().stream()
                .map(alike -> new SharedCount(alike, history.partitions(), threads))
                .toList();
        var heard = new Heard(counts);
        history.tell(heard);
        counts.forEach(count -> count.finish(history.end() == History.End.SILENCE));
        return new Result(trials, counts.get(0).counts(), heard.from, heard.to);
    }

    private final class Heard implements History.Listener {
        private final List<SharedCount> counts;
        private long from = Long.MAX_VALUE;
        private long to = Long.MIN_VALUE;

        Heard(List<SharedCount> counts) {
            this.counts = counts;
        }

        @Override
        public void report(int partition, Report report) {
            watcher.accept(report);
            var told = ReportCodec.toCore(report);
            from = Math.min(from, told.receivedAt());
            to = Math.max(to, told.receivedAt());
            for (SharedCount count : counts) {
                count.report(partition, told);
            }
        }

        @Override
        public void heartbeat(int partition, long at) {
            for (SharedCount count : counts) {
                count.heartbeat(partition, at);
            }
        }
    }
}
