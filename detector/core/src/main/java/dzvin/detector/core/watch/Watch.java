package dzvin.detector.core.watch;

import dzvin.detector.core.baseline.Baseline;
import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.baseline.ViewKnowledge;
import dzvin.detector.core.baseline.ViewKnowledgeCodec;
import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.count.LiveKeys;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.scan.NegativeBinomial;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.View;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Watches every key: counts its people, learns its baseline, says which keys surge. People count once a day for a key, however
 * often they report. Used by one thread.
 */
public final class Watch {
    /** The key of the whole stream. */
    public static final ViewKey ALL = new ViewKey(View.ALL.name(), "all");

    private static final TableSpec<WatchedKey> KEYS = TableSpec.forRestart("watched-keys", new WatchedKeyCodec());
    private static final TableSpec<ViewKnowledge> VIEWS =
            TableSpec.forRestart("view-knowledge", new ViewKnowledgeCodec());

    /** What it keeps. */
    public static final List<TableSpec<?>> TABLES = List.of(KEYS, VIEWS, LatestCounts.TABLE);

    private static final long DAY_HOURS = 24;
    private static final long IDLE_OPEN_HOURS = 14L * 24;
    private static final long IDLE_CLOSED_HOURS = 26L * 7 * 24;

    private final TimeGrid grid;
    private final Set<String> openViews;
    private final Exposure stream;
    private final Baseline baseline;
    private final Scan scan;
    private final Samples samples;
    private final LatestCounts latest;
    private final Table<WatchedKey> keys;
    private final Table<ViewKnowledge> savedViews;
    private final Map<String, ViewKnowledge> views = new TreeMap<>();
    private final Map<ViewKey, WatchedKey> known = new HashMap<>();
    /** Keys of closed views, of which there are few, by view and text. */
    private final Map<String, TreeMap<String, WatchedKey>> closed = new HashMap<>();

    private final Map<ViewKey, RecentPeople> recent = new HashMap<>();
    private final TreeSet<ViewKey> surging = new TreeSet<>();

    public Watch(Policy policy, Exposure stream, Samples samples, Tables tables) {
        this.grid = TimeGrid.of(policy.bucket());
        this.openViews =
                policy.views().stream().filter(View::isOpen).map(View::name).collect(Collectors.toUnmodifiableSet());
        this.stream = stream;
        this.baseline = new Baseline(policy, stream);
        this.scan = new Scan(policy, baseline);
        this.samples = samples;
        this.keys = tables.table(KEYS);
        this.savedViews = tables.table(VIEWS);
        savedViews.forEach(views::put);
        this.latest = new LatestCounts(grid, tables.table(LatestCounts.TABLE));
        keys.forEach((name, watched) -> {
            hold(watched);
            if (watched.surge().isPresent()) {
                surging.add(watched.key());
            }
        });
        latest.restore(name -> known.get(keyOf(name)));
    }

    /** Notes how many keys are alive in each view. */
    public void live(Map<String, LiveKeys> live) {
        live.forEach((view, count) -> put(view, view(view).withLive(count)));
    }

    /** Counts a cell of a bucket that is not the latest: of a key that was too young, or late. */
    public void catchUp(KeyCell cell, long now) {
        count(cell, now);
        samples.addLate(cell);
    }

    /** Counts a cell of the bucket that just closed; the surge that begins with it, if one does. */
    public Optional<WatchedKey> take(KeyCell cell) {
        if (cell.key().equals(ALL)) {
            stream.count(cell.cell().people());
        }
        var watched = count(cell, cell.bucket());
        samples.add(cell);
        if (stream.isGrey() || watched.surge().isPresent()) {
            return Optional.empty();
        }
        var surge = scan.surge(watched, view(watched.key().view()), cell.bucket());
        return surge.map(begun -> begin(watched, begun));
    }

    /** Ends the surges that are over when an hour ends; what is expected from now on is of the next hour. */
    public List<ViewKey> endHour(long hour) {
        long last = grid.firstBucketOf(hour + 1) - 1;
        var over = new ArrayList<ViewKey>();
        for (ViewKey key : new ArrayList<>(surging)) {
            var watched = key(key).orElseThrow();
            watched.history().moveTo(last);
            if (scan.isOver(watched, view(key.view()), watched.surge().orElseThrow(), last)) {
                watched.history().release(hour + 1, stream);
                surging.remove(key);
                over.add(key);
                put(watched.calm());
            }
        }
        samples.forgetBefore(hour - Samples.KEPT_HOURS);
        if (Math.floorMod(hour, DAY_HOURS) == 0) {
            forget(hour);
        }
        return over;
    }

    /** Keys that surge now. */
    public List<ViewKey> surging() {
        return List.copyOf(surging);
    }

    public Optional<WatchedKey> key(ViewKey key) {
        return Optional.ofNullable(known.get(key));
    }

    /** Whether a key counts more people today than chance would bring. */
    public boolean isUnusualToday(ViewKey key, long bucket) {
        return key(key).filter(watched -> scan.isUnusualToday(watched, view(key.view()), bucket))
                .isPresent();
    }

    /** People that a key counted from one bucket, inclusive, to another, exclusive. */
    public long peopleBetween(ViewKey key, long from, long to) {
        return key(key).map(watched -> watched.history().peopleBetween(from, to))
                .orElse(0L);
    }

    /** People that chance brings to a key in an average hour; none for a key never seen. */
    public double rate(ViewKey key) {
        return key(key).map(watched -> baseline.meanRate(watched.history(), watched.open(), view(key.view())))
                .orElse(0.0);
    }

    /** People that chance brings to a key from one bucket, inclusive, to another, exclusive; none for a key never seen. */
    public double expectedBetween(ViewKey key, long from, long to) {
        return rate(key) * exposureBetween(from, to);
    }

    /** How many people chance may bring to a key from one bucket, inclusive, to another, exclusive; none for a key never seen. */
    public Optional<NegativeBinomial> chanceBetween(ViewKey key, long from, long to) {
        double hours = (double) (to - from) / grid.bucketsPerHour();
        return key(key).map(watched -> baseline.expected(
                watched.history(), watched.open(), view(key.view()), exposureBetween(from, to), hours));
    }

    /** What a stretch of time is worth, in average hours. */
    public double exposureBetween(long from, long to) {
        return Math.max(0, stream.atBucket(to) - stream.atBucket(from));
    }

    /** Each key of a closed view, in their order. */
    public Collection<WatchedKey> keysOf(String view) {
        var found = closed.get(view);
        return found == null ? List.of() : Collections.unmodifiableCollection(found.values());
    }

    public Samples samples() {
        return samples;
    }

    /** How long a scale is, by its index. */
    public Baseline baseline() {
        return baseline;
    }

    private WatchedKey begin(WatchedKey watched, Surge surge) {
        var surges = watched.with(surge);
        watched.history().holdFrom(grid.hourOf(surge.from()));
        surging.add(watched.key());
        put(surges);
        return surges;
    }

    private WatchedKey count(KeyCell counted, long now) {
        var key = counted.key();
        boolean open = openViews.contains(key.view());
        var watched = key(key).orElseGet(() -> first(key, open, counted.bucket()));
        watched.history().moveTo(now);
        long people = newPeople(counted);
        if (people > 0) {
            watched.history().count(counted.bucket(), people);
            latest.keep(watched, counted.bucket());
        }
        put(key.view(), baseline.learn(watched.history(), open, view(key.view())));
        put(watched);
        return watched;
    }

    private WatchedKey first(ViewKey key, boolean open, long bucket) {
        put(key.view(), view(key.view()).withKey());
        return new WatchedKey(key, open, baseline.newKey(open, bucket), Optional.empty());
    }

    /** People of a cell who said nothing to this key in the hours before. */
    private long newPeople(KeyCell counted) {
        var key = counted.key();
        long hour = grid.hourOf(counted.bucket());
        long from = hour - RecentPeople.HORIZON_HOURS;
        long heard = samples.lowestBound(key, from, hour);
        long bound = Long.compareUnsigned(heard, counted.cell().bound()) < 0
                ? heard
                : counted.cell().bound();
        var people = recent.get(key);
        if (people == null) {
            people = heardBetween(key, from, hour);
            recent.put(key, people);
        }
        long found = people.newcomers(counted.cell(), bound, hour);
        people.add(counted.cell(), hour);
        return (long) (found / Cell.share(bound));
    }

    private RecentPeople heardBetween(ViewKey key, long from, long to) {
        var people = new RecentPeople();
        samples.between(key, from, to, (hour, cell) -> people.add(cell, hour));
        return people;
    }

    /** Once a day: keys that were idle for long, and a day's weight of what is known of how keys vary. */
    private void forget(long hour) {
        var idle = known.values().stream()
                .filter(watched -> isIdle(watched, hour))
                .sorted(Comparator.comparing(WatchedKey::key))
                .toList();
        idle.forEach(this::forget);
        latest.forget(hour - Samples.KEPT_HOURS, known::get);
        recent.clear();
        double keep = StrictMath.pow(stream.keepAnHour(), DAY_HOURS);
        List.copyOf(views.keySet()).forEach(name -> put(name, view(name).faded(keep)));
    }

    private boolean isIdle(WatchedKey watched, long hour) {
        long silent = hour - grid.hourOf(watched.history().now());
        return silent > (watched.open() ? IDLE_OPEN_HOURS : IDLE_CLOSED_HOURS);
    }

    private void forget(WatchedKey watched) {
        var key = watched.key();
        keys.remove(name(key));
        known.remove(key);
        surging.remove(key);
        if (closed.containsKey(key.view())) {
            closed.get(key.view()).remove(key.text());
        }
        put(key.view(), view(key.view()).withoutKey());
    }

    private ViewKnowledge view(String name) {
        return views.getOrDefault(name, ViewKnowledge.NOTHING);
    }

    private void put(String view, ViewKnowledge knowledge) {
        if (!knowledge.equals(views.put(view, knowledge))) {
            savedViews.put(view, knowledge);
        }
    }

    private void put(WatchedKey watched) {
        hold(watched);
        if (keys.keeps()) {
            keys.put(name(watched.key()), watched);
        }
    }

    private void hold(WatchedKey watched) {
        var key = watched.key();
        known.put(key, watched);
        if (!watched.open()) {
            closed.computeIfAbsent(key.view(), any -> new TreeMap<>()).put(key.text(), watched);
        }
    }

    static String name(ViewKey key) {
        return key.view() + "|" + key.text();
    }

    private static ViewKey keyOf(String name) {
        int end = name.indexOf('|');
        return new ViewKey(name.substring(0, end), name.substring(end + 1));
    }
}
