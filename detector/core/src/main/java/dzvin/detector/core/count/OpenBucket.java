package dzvin.detector.core.count;

import dzvin.detector.core.Report;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What leaves a source partition when one bucket closes: the bucket's own cells, and late ones of buckets before it. */
final class OpenBucket {
    private static final Comparator<KeyCell> BY_KEY = (one, other) -> one.key().compareTo(other.key());

    private final long bucket;
    private final List<String> rows = new ArrayList<>();
    private final Map<ViewKey, CellBuilder> onTime = new HashMap<>();
    private final Map<Long, Map<ViewKey, CellBuilder>> late = new HashMap<>();

    OpenBucket(long bucket) {
        this.bucket = bucket;
    }

    /**
     * @param row where the report is written in the table of open reports; empty if it is written nowhere
     * @param own the report's own bucket
     */
    void add(String row, Report report, long own, List<ViewKey> keys) {
        if (!row.isEmpty()) {
            rows.add(row);
        }
        var cells = own == bucket ? onTime : late.computeIfAbsent(own, index -> new HashMap<>());
        var one = Cell.of(Persons.of(report), digest(report));
        for (ViewKey key : keys) {
            var cell = cells.get(key);
            if (cell == null) {
                cell = new CellBuilder();
                cells.put(key, cell);
            }
            cell.add(one);
        }
    }

    /** Cells of those keys that have grown enough to be told before the bucket closes. */
    List<KeyCell> worthTelling(List<ViewKey> keys) {
        var grown = new ArrayList<KeyCell>();
        for (ViewKey key : keys) {
            var cell = onTime.get(key);
            if (cell.isWorthTelling()) {
                grown.add(new KeyCell(key, bucket, cell.build()));
            }
        }
        return grown;
    }

    long bucket() {
        return bucket;
    }

    /** Rows of the table of open reports that this bucket is made of. */
    List<String> rows() {
        return rows;
    }

    /** All cells: those on time in the order of keys, then late ones in the order of keys and buckets. */
    List<TravellingCell> cells() {
        var cells = new ArrayList<TravellingCell>(onTime.size());
        for (KeyCell cell : sorted(onTime, bucket)) {
            cells.add(TravellingCell.onTime(cell));
        }
        if (!late.isEmpty()) {
            late.entrySet().stream()
                    .flatMap(entry -> sorted(entry.getValue(), entry.getKey()).stream())
                    .sorted(Comparator.comparing(KeyCell::key).thenComparing(KeyCell::bucket))
                    .map(cell -> new TravellingCell(bucket, Arrival.LATE, cell))
                    .forEach(cells::add);
        }
        return cells;
    }

    private static List<KeyCell> sorted(Map<ViewKey, CellBuilder> cells, long own) {
        var built = new ArrayList<KeyCell>(cells.size());
        cells.forEach((key, cell) -> built.add(new KeyCell(key, own, cell.build())));
        built.sort(BY_KEY);
        return built;
    }

    private static Digest digest(Report report) {
        return new Digest(
                report.id(),
                report.receivedAt(),
                report.calledAt(),
                report.number(),
                report.region(),
                report.features(),
                report.family());
    }
}
