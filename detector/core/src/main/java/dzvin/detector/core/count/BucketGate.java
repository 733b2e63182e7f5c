package dzvin.detector.core.count;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings the mergers' cells together and releases buckets in their order, each once every merger has closed it.
 *
 * <p>Released is each bucket that has cells or changes what is alive, the very first, and the newest one. How many empty ones there are between depends
 * on the steps in which time went on; the others, with all that is in them, do not. Used by one thread.
 */
public final class BucketGate {
    private static final TableSpec<CellBatch> CELLS = TableSpec.forRestart("gate-cells", CellBatch.CODEC);
    private static final TableSpec<BucketClosed> MARKS = TableSpec.forRestart("gate-marks", BucketClosed.CODEC);

    /** What must survive. */
    public static final List<TableSpec<?>> TABLES = List.of(CELLS, MARKS);

    private final Table<CellBatch> batches;
    private final Table<BucketClosed> marks;
    private final TreeMap<Long, GatheringBucket> gathering = new TreeMap<>();
    private final BucketClosed[] released;
    private final long[] closed;
    private long waiting;

    public BucketGate(int mergers, Tables tables) {
        this.batches = tables.table(CELLS);
        this.marks = tables.table(MARKS);
        this.released = new BucketClosed[mergers];
        this.closed = new long[mergers];
        Arrays.fill(closed, Long.MIN_VALUE);
        batches.forEach(this::put);
        marks.forEach((row, mark) -> restore(row, mark));
    }

    /** A merger's cell; a repeat if the merger has closed its bucket before. */
    public void cell(int merger, TravellingCell cell) {
        if (batches.keeps()) {
            cells(merger, CellBatch.of(cell));
        } else if (cell.closing() > closed[merger]) {
            gathering(cell.closing()).put(cell);
        }
    }

    /** A merger's cells; a repeat if the merger has closed their bucket before. */
    public void cells(int merger, CellBatch batch) {
        if (batch.closing() > closed[merger]) {
            var row = batch.tableKey();
            batches.put(row, batch);
            put(row, batch);
        }
    }

    /** A merger's word that a bucket is complete; answers with all buckets that are complete now. */
    public List<ClosedBucket> closed(BucketClosed mark) {
        if (mark.bucket() <= closed[mark.merger()]) {
            return List.of();
        }
        marks.put(pendingRow(mark), mark);
        note(mark);
        long through = Arrays.stream(closed).min().orElse(Long.MIN_VALUE);
        var buckets = new ArrayList<ClosedBucket>();
        while (!gathering.isEmpty() && gathering.firstKey() <= through) {
            var entry = gathering.pollFirstEntry();
            boolean telling = release(entry.getValue());
            if (telling || entry.getKey() == through) {
                buckets.add(entry.getValue().closed(entry.getKey(), live()));
            }
        }
        return buckets;
    }

    /** Bytes of batches that wait for all mergers to close their bucket. */
    public long waitingBytes() {
        return waiting;
    }

    /** Takes over the bucket's marks; whether there is anything to tell of it, as of the very first. */
    private boolean release(GatheringBucket bucket) {
        var before = live();
        for (BucketClosed mark : bucket.marks()) {
            released[mark.merger()] = mark;
            marks.remove(pendingRow(mark));
            marks.put(releasedRow(mark), mark);
        }
        bucket.rows().forEach(batches::remove);
        waiting -= bucket.bytes();
        return before.isEmpty() || bucket.hasCells() || !live().equals(before);
    }

    private SortedMap<String, LiveKeys> live() {
        var live = new TreeMap<String, LiveKeys>();
        for (BucketClosed mark : released) {
            if (mark != null) {
                mark.live().forEach((view, keys) -> live.merge(view, keys, LiveKeys::plus));
            }
        }
        return live;
    }

    private void put(String row, CellBatch batch) {
        waiting += gathering(batch.closing()).put(row, batch);
    }

    private GatheringBucket gathering(long bucket) {
        return gathering.computeIfAbsent(bucket, index -> new GatheringBucket());
    }

    private void note(BucketClosed mark) {
        closed[mark.merger()] = Math.max(closed[mark.merger()], mark.bucket());
        gathering(mark.bucket()).put(mark);
    }

    private void restore(String row, BucketClosed mark) {
        if (row.equals(releasedRow(mark))) {
            released[mark.merger()] = mark;
            closed[mark.merger()] = Math.max(closed[mark.merger()], mark.bucket());
        } else {
            note(mark);
        }
    }

    private static String pendingRow(BucketClosed mark) {
        return "pending " + SortedText.of(mark.bucket()) + " " + mark.merger();
    }

    private static String releasedRow(BucketClosed mark) {
        return "released " + mark.merger();
    }
}
