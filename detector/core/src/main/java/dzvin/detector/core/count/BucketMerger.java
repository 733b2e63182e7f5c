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

    /** Young keys, and as many grown ones, that are remembered: some 150 MB at the most. */
    public static final int MOST_KEYS = 200_000;

    private static final String ROW = "merger";

    private final int merger;
    private final Set<String> openViews;
    private final Table<SourceBatch> batches;
    private final Table<MergerProgress> saved;
    private final OpenKeys openKeys;
    private final TreeMap<Long, MergingBucket> merging = new TreeMap<>();
    private MergerProgress progress;
    private long waiting;

    public BucketMerger(Policy policy, int merger, int sourcePartitions, Tables tables) {
        this(policy, merger, sourcePartitions, MOST_KEYS, tables);
    }

    /** @param mostKeys bound of what is remembered of open views; beyond it results depend on the number of mergers */
    public BucketMerger(Policy policy, int merger, int sourcePartitions, int mostKeys, Tables tables) {
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
        this.openKeys = new OpenKeys(policy, mostKeys, progress.forgotten(), tables);
        this.openViews =
                policy.views().stream().filter(View::isOpen).map(View::name).collect(Collectors.toUnmodifiableSet());
        batches.forEach(this::put);
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

    /** A source partition has closed all buckets up to this one. */
    public void closedThrough(int source, long bucket, MergerOutput out) {
        if (bucket <= progress.sources().get(source)) {
            return;
        }
        progress = progress.with(source, bucket);
        long through = progress.closedEverywhere();
        if (through > progress.closed()) {
            closeThrough(through, out);
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

    /** Bytes of batches that wait for their bucket to close in all source partitions. */
    public long waitingBytes() {
        return waiting;
    }

    private void put(String row, SourceBatch came) {
        waiting += merging(came.batch().closing()).put(row, came);
    }

    private MergingBucket merging(long closing) {
        return merging.computeIfAbsent(closing, bucket -> new MergingBucket());
    }

    private void closeThrough(long through, MergerOutput out) {
        boolean begins = progress.closed() == Long.MIN_VALUE;
        if (begins && (merging.isEmpty() || merging.firstKey() > progress.first())) {
            close(progress.first(), out);
        }
        while (!merging.isEmpty() && merging.firstKey() <= through) {
            long closing = merging.firstKey();
            passSilence(closing, out);
            handOut(closing, merging.pollFirstEntry().getValue(), out);
            close(closing, out);
        }
        if (through > progress.closed()) {
            passSilence(through, out);
            close(through, out);
        }
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

    private void handOut(long closing, MergingBucket bucket, MergerOutput out) {
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
        bucket.rows().forEach(batches::remove);
        waiting -= bucket.bytes();
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
