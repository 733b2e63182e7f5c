package dzvin.detector.core.count;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.StateBasis;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Merges what the source partitions counted in the keys that belong here.
 *
 * <p>A slot for each source partition is replaced, never added to, so repeats change nothing; a bucket closes once every source
 * partition has closed it. Cells come out in the order of keys. Used by one thread.
 */
public final class BucketMerger {
    /** What must survive. */
    public static final List<TableSpec<?>> TABLES =
            List.of(SourceBatch.TABLE, MergerProgress.TABLE, LiveKeyTable.TABLE);

    private static final String ROW = "merger";

    private final int merger;
    private final Set<String> openViews;
    private final Table<SourceBatch> batches;
    private final Table<MergerProgress> saved;
    private final OpenKeys openKeys;
    private final WaitingRoom room;
    private final TreeMap<Long, MergingBucket> merging = new TreeMap<>();
    private MergerProgress progress;

    public BucketMerger(Policy policy, int merger, int sourcePartitions, Tables tables) {
        this(policy, merger, sourcePartitions, MergerBounds.IN_MEMORY, tables);
    }

    public BucketMerger(Policy policy, int merger, int sourcePartitions, MergerBounds bounds, Tables tables) {
        this.merger = merger;
        this.batches = tables.table(SourceBatch.TABLE);
        this.saved = tables.table(MergerProgress.TABLE);
        var basis = StateBasis.of(policy);
        var before = saved.get(ROW);
        this.progress = before == null ? MergerProgress.start(basis, sourcePartitions) : before.on(basis);
        if (progress.sources().size() != sourcePartitions) {
            throw new IllegalArgumentException("source partitions must be as many as when the state was written, "
                    + progress.sources().size() + ", got " + sourcePartitions);
        }
        this.openKeys = new OpenKeys(policy, bounds.keys(), progress.forgotten(), tables);
        this.openViews =
                policy.views().stream().filter(View::isOpen).map(View::name).collect(Collectors.toUnmodifiableSet());
        this.room = new WaitingRoom(bounds.waitingBytes());
        batches.forEachUnordered(this::put);
    }

    /** A cell of a source partition; a repeat if the partition has closed its bucket before. */
    public void cell(int source, TravellingCell cell) {
        if (batches.keeps()) {
            cells(source, CellBatch.of(cell));
        } else if (cell.closing() > progress.sources().get(source)) {
            merging(cell.closing()).put(new Slot(source, cell));
        }
    }

    /** Cells of a source partition; a repeat if the partition has closed their bucket before. */
    public void cells(int source, CellBatch batch) {
        if (batch.closing() > progress.sources().get(source)) {
            var came = new SourceBatch(source, batch);
            var row = came.tableKey();
            batches.put(row, came);
            put(row, came);
        }
    }

    /** A source partition has closed all buckets up to this one: closes all that can be closed now. */
    public void closedThrough(int source, long bucket, MergerOutput out) {
        closedThrough(source, bucket);
        while (canClose()) {
            closeNext(out);
        }
    }

    /** A source partition has closed all buckets up to this one. Closes nothing: there may be more to close than can be done at once. */
    public void closedThrough(int source, long bucket) {
        if (bucket > progress.sources().get(source)) {
            progress = progress.with(source, bucket);
            saved.put(ROW, progress);
        }
    }

    /** Whether there are buckets that all source partitions have closed and that are still to be closed here. */
    public boolean canClose() {
        return progress.closed() < progress.closedEverywhere();
    }

    /** Closes the next bucket that has cells, or else all at once that have none; something {@link #canClose()} to be closed. */
    public void closeNext(MergerOutput out) {
        long through = progress.closedEverywhere();
        long next = merging.isEmpty() ? through : Math.min(through, merging.firstKey());
        boolean begins = progress.closed() == Long.MIN_VALUE;
        if (begins && progress.first() < next) {
            close(progress.first(), out);
        } else {
            passSilence(next, out);
            handOut(next, out);
            close(next, out);
        }
        saved.put(ROW, progress);
    }

    /** Newest bucket that is closed here, {@link Long#MIN_VALUE} before the first. */
    public long closed() {
        return progress.closed();
    }

    /** Keys that are remembered of open views. */
    public int liveKeys() {
        return openKeys.size();
    }

    /** Keys of open views that were forgotten before their time, since there were too many. */
    public long forgottenKeys() {
        return openKeys.forgotten();
    }

    /** Bytes of batches that wait for their bucket to close in all source partitions, on the heap and in the table. */
    public long waitingBytes() {
        return room.waiting();
    }

    private void put(String row, SourceBatch came) {
        merging(came.batch().closing()).batches().add(row, came, came.batch().size());
    }

    private MergingBucket merging(long closing) {
        return merging.computeIfAbsent(closing, bucket -> new MergingBucket(new WaitingBatches<>(batches, room)));
    }

    private void close(long bucket, MergerOutput out) {
        out.closed(new BucketClosed(bucket, merger, openKeys.sums()));
        progress = progress.closed(bucket, openKeys.forgotten());
    }

    /** Tells each change in what is alive with the bucket at which it happened, however far time jumped in one step. */
    private void passSilence(long until, MergerOutput out) {
        while (openKeys.nextExpiry() < until) {
            long bucket = openKeys.nextExpiry();
            openKeys.expire(bucket);
            close(bucket, out);
        }
        openKeys.expire(until);
    }

    private void handOut(long closing, MergerOutput out) {
        var bucket = merging.remove(closing);
        if (bucket == null) {
            return;
        }
        var cells = bucket.cells();
        openKeys.expect(openOnes(cells));
        for (TravellingCell cell : cells) {
            if (!openViews.contains(cell.cell().key().view())) {
                out.cell(cell);
                continue;
            }
            var admission = openKeys.admit(cell.cell(), closing);
            for (KeyCell earlier : admission.earlier()) {
                out.cell(new TravellingCell(closing, Arrival.EARLIER, earlier));
            }
            if (admission.passes()) {
                out.cell(cell);
            }
        }
        bucket.batches().remove();
    }

    private List<String> openOnes(List<TravellingCell> cells) {
        var texts = new ArrayList<String>(cells.size());
        for (TravellingCell cell : cells) {
            if (openViews.contains(cell.cell().key().view())) {
                texts.add(cell.cell().key().text());
            }
        }
        return texts;
    }
}
