package dzvin.detector.core.count;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private final WaitingRoom room;

    public BucketGate(int mergers, Tables tables) {
        this(mergers, Long.MAX_VALUE, tables);
    }

    /** @param waitingBytes of batches that wait on the heap; what is beyond it waits in a table alone, and results are the same */
    public BucketGate(int mergers, long waitingBytes, Tables tables) {
        this.room = new WaitingRoom(waitingBytes);
        this.batches = tables.table(CELLS);
        this.marks = tables.table(MARKS);
        this.released = new BucketClosed[mergers];
        this.closed = new long[mergers];
        Arrays.fill(closed, Long.MIN_VALUE);
        batches.forEachUnordered(this::put);
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
        note(mark);
        var buckets = new ArrayList<ClosedBucket>();
        for (var next = next(); next.isPresent(); next = next()) {
            buckets.add(next.get());
        }
        return buckets;
    }

    /** A merger's word that a bucket is complete; a repeat if it has said so before. */
    public void note(BucketClosed mark) {
        if (mark.bucket() > closed[mark.merger()]) {
            marks.put(pendingRow(mark), mark);
            put(mark);
        }
    }

    /** Whether there are buckets that all mergers have closed and that are still to be released. */
    public boolean canRelease() {
        return !gathering.isEmpty() && gathering.firstKey() <= closedEverywhere();
    }

    /** Releases the next bucket that is complete. They come one by one, since all together they may be more than there is room for. */
    public Optional<ClosedBucket> next() {
        long through = closedEverywhere();
        while (canRelease()) {
            var entry = gathering.pollFirstEntry();
            var bucket = entry.getValue();
            var before = live();
            release(bucket);
            boolean telling = before.isEmpty() || bucket.hasCells() || !live().equals(before);
            var released = bucket.closed(entry.getKey(), live());
            bucket.batches().remove();
            if (telling || entry.getKey() == through) {
                return Optional.of(released);
            }
        }
        return Optional.empty();
    }

    /** Bytes of batches that wait for all mergers to close their bucket, on the heap and in the table. */
    public long waitingBytes() {
        return room.waiting();
    }

    private long closedEverywhere() {
        return Arrays.stream(closed).min().orElse(Long.MIN_VALUE);
    }

    /** Takes over the bucket's marks. */
    private void release(GatheringBucket bucket) {
        for (BucketClosed mark : bucket.marks()) {
            released[mark.merger()] = mark;
            marks.remove(pendingRow(mark));
            marks.put(releasedRow(mark), mark);
        }
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
        gathering(batch.closing()).batches().add(row, batch, batch.size());
    }

    private GatheringBucket gathering(long bucket) {
        return gathering.computeIfAbsent(bucket, index -> new GatheringBucket(new WaitingBatches<>(batches, room)));
    }

    private void put(BucketClosed mark) {
        closed[mark.merger()] = Math.max(closed[mark.merger()], mark.bucket());
        gathering(mark.bucket()).put(mark);
    }

    private void restore(String row, BucketClosed mark) {
        if (row.equals(releasedRow(mark))) {
            released[mark.merger()] = mark;
            closed[mark.merger()] = Math.max(closed[mark.merger()], mark.bucket());
        } else {
            put(mark);
        }
    }

    private static String pendingRow(BucketClosed mark) {
        return "pending " + SortedText.of(mark.bucket()) + " " + mark.merger();
    }

    private static String releasedRow(BucketClosed mark) {
        return "released " + mark.merger();
    }
}
