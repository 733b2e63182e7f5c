package dzvin.detector.core.count;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The reports that open buckets have counted, in the order of the log, some of them to a row. Writing down the reports, and not the cells, costs one small write for each
 * report instead of one sample for each of its keys; the cells are counted anew after a restart. A row goes with the last bucket that it has a report of. Used by one
 * thread.
 */
final class OpenReports {
    static final TableSpec<OpenRow> TABLE = TableSpec.forRestart("open-reports", OpenRow.CODEC);

    private final Table<OpenRow> table;
    /** Rows that have reports of an open bucket, by the bucket. */
    private final Map<Long, List<Kept>> byBucket = new HashMap<>();
    /** The row that is being filled, and what it has; null if there is none. */
    private Kept last;

    private OpenRow lastRow;

    OpenReports(Tables tables) {
        this.table = tables.table(TABLE);
    }

    /** Whether reports are kept at all. */
    boolean keeps() {
        return table.keeps();
    }

    /**
     * The next report of the log.
     *
     * @param number how many reports were taken before it
     */
    void add(long number, OpenReport report) {
        if (last == null || !lastRow.takes(report)) {
            last = new Kept(SortedText.of(number));
            lastRow = new OpenRow();
        }
        lastRow.add(report);
        keep(last, report.closing());
        table.put(last.key, lastRow);
    }

    /** After a restart: hands out the reports of buckets that have not closed, in the order of the log. At least once, a kill may leave rows of buckets that have. */
    void restore(long closedThrough, Consumer<OpenReport> out) {
        var strays = new ArrayList<String>();
        table.forEach((key, row) -> {
            var kept = new Kept(key);
            for (OpenReport report : read(row)) {
                if (report.closing() > closedThrough) {
                    keep(kept, report.closing());
                    out.accept(report);
                }
            }
            if (kept.buckets.isEmpty()) {
                strays.add(key);
            }
        });
        strays.forEach(table::remove);
    }

    /** A bucket closes: what it has counted need not be counted again. */
    void close(long bucket) {
        for (Kept kept : byBucket.getOrDefault(bucket, List.of())) {
            kept.buckets.remove(bucket);
            if (kept.buckets.isEmpty()) {
                table.remove(kept.key);
                last = kept == last ? null : last;
            }
        }
        byBucket.remove(bucket);
    }

    private void keep(Kept kept, long bucket) {
        if (kept.buckets.add(bucket)) {
            byBucket.computeIfAbsent(bucket, any -> new ArrayList<>()).add(kept);
        }
    }

    private static List<OpenReport> read(OpenRow row) {
        try {
            return row.reports();
        } catch (IOException e) {
            throw new UncheckedIOException("a row of open reports cannot be read", e);
        }
    }

    /** A row of the table, and the open buckets that it has reports of. */
    private static final class Kept {
        private final String key;
        private final Set<Long> buckets = new HashSet<>(2);

        Kept(String key) {
            this.key = key;
        }
    }
}
