package dzvin.detector.core.count;

import dzvin.detector.core.Report;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.StateBasis;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.state.UnfitStateException;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.View;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.view.ViewKeys;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counts the reports of one source partition, in the order of its log.
 *
 * <p>The watermark is the largest timestamp read so far, heartbeats included: the partition's own log alone decides what is late
 * here. A bucket closes when the watermark reaches its end plus grace, and only then hands out its cells, each once. Used by one
 * thread.
 */
public final class PartitionCounter {
    /** What must survive. */
    public static final List<TableSpec<?>> TABLES =
            List.of(PartitionProgress.TABLE, OpenReports.TABLE, SeenReports.PAGES, SeenReports.SINGLY);

    /** Keys of an open view, numbers for example, that a bucket holds while it is open. */
    public static final int MOST_OPEN_KEYS = 50_000;

    /** Keys of a closed view that a bucket holds while it is open. */
    public static final int MOST_CLOSED_KEYS = 10_000;

    private static final String ROW = "partition";

    private final TimeGrid grid;
    private final long grace;
    private final long horizon;
    private final ViewKeys keys;
    private final Set<String> closedViews;
    private final SeenReports seen;
    private final OpenReports openReports;
    private final Table<PartitionProgress> saved;
    private final TreeMap<Long, OpenBucket> open = new TreeMap<>();
    private PartitionProgress progress;
    private long forgotten;

    public PartitionCounter(Policy policy, Tables tables) {
        this(policy, new ViewKeys(policy.countedViews()), tables);
    }

    /** @param keys of all counted views; counters of one thread may share them, and then have the very same keys */
    public PartitionCounter(Policy policy, ViewKeys keys, Tables tables) {
        this.grid = TimeGrid.of(policy.bucket());
        this.grace = policy.grace().toMillis();
        this.horizon = policy.dedupHorizon().toMillis();
        this.keys = keys;
        this.closedViews = policy.views().stream()
                .filter(view -> !view.isOpen())
                .map(View::name)
                .collect(Collectors.toUnmodifiableSet());
        this.seen = new SeenReports(horizon, tables);
        this.openReports = new OpenReports(tables);
        this.saved = tables.table(PartitionProgress.TABLE);
        var basis = StateBasis.of(policy);
        var before = saved.get(ROW);
        this.progress = before == null ? PartitionProgress.start(basis) : before.on(basis);
        openReports.restore(progress.closedThrough(), this::restore);
    }

    /**
     * Moves on in a log whose records have offsets, before its next record is told; a log without any, as in a replay, is told at once.
     *
     * @param at the record's time: that of receipt if it is a report
     * @return false if the record was read before and is to be passed over
     * @throws UnfitStateException if another record was read at its place or before
     */
    public boolean moveTo(long offset, long at) {
        if (offset >= progress.nextOffset()) {
            progress = progress.past(offset);
            return true;
        }
        if (at > progress.watermark()) {
            throw new UnfitStateException("the detector's state has read the log up to offset " + progress.nextOffset()
                    + ", and now offset " + offset + " has a record that is newer than all of those, so this is another"
                    + " log: if the topic of reports was made anew, choose another detector.applicationId");
        }
        return false;
    }

    /** The offset from which on nothing was read, {@link Long#MIN_VALUE} where nobody has told offsets. */
    public long nextOffset() {
        return progress.nextOffset();
    }

    /** The next report of the log. */
    public void report(Report report, PartitionOutput out) {
        long watermark = Math.max(progress.watermark(), report.receivedAt());
        advance(watermark, take(report, watermark, out), out);
    }

    /** A record of the log that only tells the time. */
    public void heartbeat(long at, PartitionOutput out) {
        advance(at, progress.counts(), out);
    }

    /** What became of all reports so far. */
    public PartitionCounts counts() {
        return progress.counts();
    }

    /** Largest timestamp read, {@link Long#MIN_VALUE} before the first. */
    public long watermark() {
        return progress.watermark();
    }

    /** Buckets that hold reports and have not closed. */
    public int openBuckets() {
        return open.size();
    }

    /** Keys that open buckets had to forget since this counter began, since there were too many. Reports are counted all the same. */
    public long forgottenKeys() {
        return forgotten;
    }

    /** Keys that open buckets hold. */
    public int openKeys() {
        return open.values().stream().mapToInt(OpenBucket::size).sum();
    }

    private PartitionCounts take(Report report, long watermark, PartitionOutput out) {
        var counts = progress.counts();
        long own = grid.bucketOf(report.receivedAt());
        // With a longer grace than the state was written with, some buckets have closed that would still be open.
        long oldestOpen = Math.max(lastEndedBy(watermark - grace), progress.closedThrough()) + 1;
        long closing = Math.max(own, oldestOpen);
        if (!seen.isNew(report.id(), watermark, closing)) {
            return counts.oneDuplicate();
        }
        var bucket = open(closing);
        if (openReports.keeps()) {
            openReports.add(counts.accepted(), new OpenReport(closing, watermark, report));
        }
        var keys = count(bucket, report);
        if (own == closing && out.wantsOpenCells()) {
            bucket.worthTelling(closed(keys)).forEach(out::openCell);
        }
        return own == closing ? counts.oneCounted() : counts.oneLate();
    }

    private void restore(OpenReport taken) {
        seen.restore(taken.report().id(), taken.seenAt(), taken.closing());
        count(open(taken.closing()), taken.report());
    }

    private OpenBucket open(long closing) {
        return open.computeIfAbsent(closing, bucket -> new OpenBucket(bucket, this::mostKeys));
    }

    private int mostKeys(String view) {
        return closedViews.contains(view) ? MOST_CLOSED_KEYS : MOST_OPEN_KEYS;
    }

    private List<ViewKey> count(OpenBucket bucket, Report report) {
        var counted = keys.of(report);
        long before = bucket.forgotten();
        bucket.add(report, grid.bucketOf(report.receivedAt()), counted);
        forgotten += bucket.forgotten() - before;
        return counted;
    }

    private List<ViewKey> closed(List<ViewKey> counted) {
        return counted.stream().filter(key -> closedViews.contains(key.view())).toList();
    }

    private void advance(long at, PartitionCounts counts, PartitionOutput out) {
        progress = progress.seen(at, counts);
        long through = lastEndedBy(progress.watermark() - grace);
        if (through > progress.closedThrough()) {
            while (!open.isEmpty() && open.firstKey() <= through) {
                close(open.pollFirstEntry().getValue(), out);
            }
            forgetOldIds();
            progress = progress.closed(through);
            out.closedThrough(through);
        }
        saved.put(ROW, progress);
    }

    private void close(OpenBucket bucket, PartitionOutput out) {
        bucket.cells().forEach(out::cell);
        openReports.close(bucket.bucket());
        seen.close(bucket.bucket());
    }

    /** A bucket that had closed when the horizon began took no id that is still within it. */
    private void forgetOldIds() {
        seen.forgetBefore(lastEndedBy(progress.watermark() - horizon - grace) + 1);
    }

    /** The newest bucket that ended by a time. */
    private long lastEndedBy(long at) {
        return grid.bucketOf(at) - 1;
    }
}
