package dzvin.detector.core.count;

import dzvin.detector.core.Report;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * What leaves a source partition when one bucket closes: the bucket's own cells, and late ones of buckets before it.
 *
 * <p>The keys of a view are bounded. Where there would be more, a tenth is forgotten: those of the fewest people, and of these the ones
 * that came first. A key that comes again after it was forgotten is worth one person more than it shows. The bucket's own reports, in the order of the log, alone decide which: a restart, which counts them anew, forgets the same.
 */
final class OpenBucket {
    private static final int FORGOTTEN_AT_ONCE = 10;

    private static final Comparator<KeyCell> BY_KEY = (one, other) -> one.key().compareTo(other.key());

    private final long bucket;
    private final ToIntFunction<String> mostKeys;
    /** In the order in which they first came. */
    private final Map<ViewKey, CellBuilder> onTime = new LinkedHashMap<>();

    private final TreeMap<Long, Map<ViewKey, CellBuilder>> late = new TreeMap<>();
    /** Cells by view, late ones included. */
    private final Map<String, Integer> sizes = new HashMap<>();

    private final ForgottenKeys gone = new ForgottenKeys();
    private final SharedWords words = new SharedWords();

    private long forgotten;

    /** @param mostKeys by name of the view */
    OpenBucket(long bucket, ToIntFunction<String> mostKeys) {
        this.bucket = bucket;
        this.mostKeys = mostKeys;
    }

    /** @param own the report's own bucket */
    void add(Report report, long own, List<ViewKey> keys) {
        var cells = own == bucket ? onTime : late.computeIfAbsent(own, index -> new LinkedHashMap<>());
        var one = Cell.of(Persons.of(report), digest(report));
        for (ViewKey key : keys) {
            var cell = cells.get(key);
            if (cell == null) {
                makeRoom(key.view());
                cell = new CellBuilder(gone.mayHave(key.text()) ? 1 : 0);
                cells.put(key, cell);
            }
            cell.add(one);
        }
    }

    private void makeRoom(String view) {
        int most = mostKeys.applyAsInt(view);
        if (sizes.merge(view, 1, Integer::sum) > most) {
            int least = Math.max(1, most / FORGOTTEN_AT_ONCE);
            forgetLeast(view, least);
            sizes.merge(view, -least, Integer::sum);
            forgotten += least;
        }
    }

    private void forgetLeast(String view, int count) {
        var byWorth = new int[Cell.LARGEST_SAMPLE + 1];
        ofView(view, key -> byWorth[key.getValue().worth()]++);
        int worth = 0;
        int less = 0;
        while (less + byWorth[worth] < count) {
            less += byWorth[worth++];
        }
        forgetLeast(view, worth, count - less);
    }

    /** All that are worth less than this, and some that are worth as much. */
    private void forgetLeast(String view, int worth, int some) {
        int left = some;
        for (var cells : byAge()) {
            for (Iterator<Map.Entry<ViewKey, CellBuilder>> keys =
                            cells.entrySet().iterator();
                    keys.hasNext(); ) {
                var key = keys.next();
                int has = key.getValue().worth();
                if (key.getKey().view().equals(view) && (has < worth || (has == worth && left > 0))) {
                    left -= has == worth ? 1 : 0;
                    gone.add(key.getKey().text());
                    keys.remove();
                }
            }
        }
    }

    private void ofView(String view, Consumer<Map.Entry<ViewKey, CellBuilder>> action) {
        for (var cells : byAge()) {
            cells.entrySet().stream()
                    .filter(key -> key.getKey().view().equals(view))
                    .forEach(action);
        }
    }

    private List<Map<ViewKey, CellBuilder>> byAge() {
        var all = new ArrayList<>(late.values());
        all.add(onTime);
        return all;
    }

    /** Keys that were forgotten, since there were too many. */
    long forgotten() {
        return forgotten;
    }

    /** Keys, late ones by each of their buckets. */
    int size() {
        return sizes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Cells of those keys that have grown enough to be told before the bucket closes. */
    List<KeyCell> worthTelling(List<ViewKey> keys) {
        var grown = new ArrayList<KeyCell>();
        for (ViewKey key : keys) {
            var cell = onTime.get(key);
            if (cell != null && cell.isWorthTelling()) {
                grown.add(new KeyCell(key, bucket, cell.build()));
            }
        }
        return grown;
    }

    long bucket() {
        return bucket;
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

    private Digest digest(Report report) {
        return new Digest(
                report.id(),
                report.receivedAt(),
                report.calledAt(),
                report.number(),
                report.region().map(words::of),
                words.of(report.features()),
                report.family().map(words::of));
    }
}
