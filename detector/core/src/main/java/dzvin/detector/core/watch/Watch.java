package dzvin.detector.core.watch;

import dzvin.detector.core.baseline.Baseline;
import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.baseline.ViewKnowledge;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.count.LiveKeys;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.scan.NegativeBinomial;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.View;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Watches every key: counts its people, learns its baseline, says which keys surge. People count once a day for a key, however
 * often they report. Used by one thread.
 */
public final class Watch {
    /** The key of the whole stream. */
    public static final ViewKey ALL = new ViewKey(View.ALL.name(), "all");

    /** What it keeps. */
    public static final List<TableSpec<?>> TABLES = List.of(KnownKeys.TABLE, KnownViews.TABLE, LatestCounts.TABLE);

    private static final long DAY_HOURS = 24;
    /** What still lasts after a campaign's end begins to surge again sooner than this. */
    private static final long CALM_HOURS = 14L * 24;

    private static final long IDLE_OPEN_HOURS = 14L * 24;
    private static final long IDLE_CLOSED_HOURS = 26L * 7 * 24;

    private final TimeGrid grid;
    private final Set<String> openViews;
    private final Exposure stream;
    private final Baseline baseline;
    private final Scan scan;
    private final Samples samples;
    private final LatestCounts latest;
    private final KnownKeys keys;
    private final KnownViews views;
    private final TreeSet<ViewKey> surging = new TreeSet<>();
    private final Reviews reviews = new Reviews();
    private final KeyBounds bounds;
    private long forgotten;

    public Watch(Policy policy, Exposure stream, Samples samples, Tables tables) {
        this(policy, stream, samples, KeyBounds.MOST_CLOSED, KeyBounds.MOST_OPEN, tables);
    }

    /**
     * @param mostClosed keys of a closed view that are watched
     * @param mostOpen keys of an open view that are watched
     */
    Watch(Policy policy, Exposure stream, Samples samples, int mostClosed, int mostOpen, Tables tables) {
        this.grid = TimeGrid.of(policy.bucket());
        this.bounds = new KeyBounds(grid, mostClosed, mostOpen);
        this.openViews =
                policy.views().stream().filter(View::isOpen).map(View::name).collect(Collectors.toUnmodifiableSet());
        this.stream = stream;
        this.baseline = new Baseline(policy, stream);
        this.scan = new Scan(policy, baseline, stream);
        this.samples = samples;
        this.keys = new KnownKeys(tables.table(KnownKeys.TABLE));
        this.views = new KnownViews(tables.table(KnownViews.TABLE));
        this.latest = new LatestCounts(grid, tables.table(LatestCounts.TABLE));
        keys.all(watched -> watched.surge().isPresent()).forEach(watched -> surging.add(watched.key()));
        latest.restore(keys::get);
        keys.all(any -> true).forEach(this::review);
    }

    /** Notes how many keys are alive in each view. */
    public void live(Map<String, LiveKeys> live) {
        live.forEach((view, count) -> views.put(view, views.of(view).withLive(count)));
    }

    /** Counts a cell of a bucket that is not the latest: of a key that was too young, or late. */
    public void catchUp(KeyCell cell, long now) {
        var spoken = samples.of(cell.key());
        keys.changed(count(cell, spoken, now));
        samples.addLate(cell, spoken, now);
    }

    /** Counts a cell of the bucket that just closed; its key, which may surge from this bucket on. */
    public WatchedKey take(KeyCell cell) {
        if (cell.key().equals(ALL)) {
            stream.count(cell.cell().people());
        }
        var spoken = samples.of(cell.key());
        var watched = count(cell, spoken, cell.bucket());
        samples.add(cell, spoken);
        var surge = stream.isGrey() || watched.surge().isPresent()
                ? Optional.<Surge>empty()
                : scan.surge(watched, views.of(watched.key().view()), cell.bucket());
        if (surge.isPresent()) {
            return begin(watched, surge.get());
        }
        keys.changed(watched);
        return watched;
    }

    /** Ends the surges that are over when an hour ends; what is expected from now on is of the next hour. */
    public List<ViewKey> endHour(long hour) {
        long last = grid.firstBucketOf(hour + 1) - 1;
        key(ALL).flatMap(WatchedKey::surge).ifPresent(surge -> stream.surgesSince(grid.hourOf(surge.from())));
        var over = new ArrayList<ViewKey>();
        for (ViewKey key : new ArrayList<>(surging)) {
            var watched = key(key).orElseThrow();
            watched.history().moveTo(last);
            if (scan.isOver(watched, views.of(key.view()), watched.surge().orElseThrow(), last)) {
                watched.history().release(hour + 1, stream);
                surging.remove(key);
                over.add(key);
                keys.put(watched.calm());
            }
        }
        samples.forgetBefore(hour - Samples.KEPT_HOURS);
        if (Math.floorMod(hour, DAY_HOURS) == 0) {
            forget(hour);
        }
        return over;
    }

    /**
     * A campaign of this key has ended with this bucket. What it brought is told: if the key is still above what it should be, it learns again, and
     * surges anew by what comes from now on, lest a surge that grows slowly be followed by nobody.
     */
    public void told(ViewKey key, long bucket) {
        key(key).ifPresent(watched -> {
            if (surging.remove(key)) {
                watched.history().releaseWhileHigh(grid.hourOf(bucket) + 1, stream);
            }
            watched.startAnew();
            keys.put(watched.told(bucket + 1));
        });
    }

    /** Keys that surge now. */
    public List<ViewKey> surging() {
        return List.copyOf(surging);
    }

    /** Those of some keys that surge now. */
    public Stream<WatchedKey> surging(Collection<ViewKey> of) {
        return of.stream()
                .map(keys::get)
                .filter(watched -> watched != null && watched.surge().isPresent());
    }

    public Optional<WatchedKey> key(ViewKey key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** Whether a key counts more people today than chance would bring. */
    public boolean isUnusualToday(ViewKey key, long bucket) {
        return key(key).filter(watched -> scan.isUnusualToday(watched, views.of(key.view()), bucket))
                .isPresent();
    }

    /** People that a key counted from one bucket, inclusive, to another, exclusive. */
    public long peopleBetween(ViewKey key, long from, long to) {
        return key(key).map(watched -> watched.history().peopleBetween(from, to))
                .orElse(0L);
    }

    /** People that chance brings to a key in an average hour; none for a key never seen. */
    public double rate(ViewKey key) {
        return key(key).map(watched -> baseline.meanRate(watched.history(), watched.open(), views.of(key.view())))
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
                watched.history(), watched.open(), views.of(key.view()), exposureBetween(from, to), hours));
    }

    /** Whether a key with so many people from one bucket, inclusive, to another, exclusive, would surge if so many were expected. */
    public boolean surges(WatchedKey watched, long people, long from, long to, NegativeBinomial expected) {
        double hours = (double) (to - from) / grid.bucketsPerHour();
        return scan.surges(watched, views.of(watched.key().view()), people, hours, expected);
    }

    /** What a stretch of time is worth, in average hours. */
    public double exposureBetween(long from, long to) {
        return Math.max(0, stream.atBucket(to) - stream.atBucket(from));
    }

    /** Each key of a closed view, in their order. */
    public Collection<WatchedKey> keysOf(String view) {
        return keys.ofView(view);
    }

    /** Keys that had to be forgotten since this began, since there were too many. */
    public long forgottenKeys() {
        return forgotten;
    }

    public Samples samples() {
        return samples;
    }

    /** What is known of a view as a whole. */
    ViewKnowledge knowledge(String view) {
        return views.of(view);
    }

    /** What is expected of keys. */
    public Baseline baseline() {
        return baseline;
    }

    private WatchedKey begin(WatchedKey watched, Surge surge) {
        var surges = watched.with(surge);
        if (surge.from() - CALM_HOURS * grid.bucketsPerHour() > watched.toldUntil()) {
            watched.history().calmed();
        }
        baseline.hold(watched.history(), watched.open(), views.of(watched.key().view()), grid.hourOf(surge.from()));
        watched.startAnew();
        surging.add(watched.key());
        keys.put(surges);
        return surges;
    }

    private WatchedKey count(KeyCell counted, HourlyCells spoken, long now) {
        var key = counted.key();
        boolean open = openViews.contains(key.view());
        var known = keys.get(key);
        var watched = known == null ? first(key, open, counted.bucket(), now) : known;
        watched.history().moveTo(now);
        if (known == null) {
            review(watched);
        }
        long people = spoken.newPeople(counted.cell(), grid.hourOf(counted.bucket()));
        if (people > 0) {
            watched.history().count(counted.bucket(), people);
            latest.keep(watched, counted.bucket());
        }
        learn(watched);
        return watched;
    }

    @SuppressWarnings(
            "ReferenceEquality") // what is known stays the same object until a key has hours to learn: once in a dozen
    // cells
    private void learn(WatchedKey watched) {
        var name = watched.key().view();
        var view = views.of(name);
        var learned = baseline.learn(watched.history(), watched.open(), view);
        if (learned != view) {
            views.put(name, learned);
        }
    }

    private WatchedKey first(ViewKey key, boolean open, long bucket, long now) {
        if (bounds.isFull(views.of(key.view()).known(), open)) {
            makeRoom(key.view(), open, now);
        }
        views.put(key.view(), views.of(key.view()).withKey());
        var watched = WatchedKey.first(key, open, baseline.newKey(open, bucket));
        keys.put(watched);
        return watched;
    }

    /** Nothing of a key may be told any more, with a restart or without: it may come again, and is then a new one. */
    private void makeRoom(String view, boolean open, long now) {
        var least = bounds.least(view, open, keys);
        var these = least.stream().map(WatchedKey::key).collect(Collectors.toSet());
        least.forEach(this::forget);
        reviews.remove(these);
        latest.forget(these);
        samples.forget(these.stream().map(ViewKey::text).collect(Collectors.toSet()), now);
        forgotten += least.size();
    }

    /** Once a day: keys that were idle for long, and a day's weight of what is known of how keys vary. */
    private void forget(long hour) {
        var idle = new ArrayList<WatchedKey>();
        for (ViewKey key : reviews.due(hour)) {
            var watched = keys.get(key);
            if (isIdle(watched, hour)) {
                idle.add(watched);
            } else {
                review(watched);
            }
        }
        idle.sort(Comparator.comparing(WatchedKey::key));
        idle.forEach(this::forget);
        latest.forget(hour - Samples.KEPT_HOURS, keys::get);
        samples.forgetRecent();
        double keep = StrictMath.pow(stream.keepAnHour(), DAY_HOURS);
        views.fade(keep);
    }

    private boolean isIdle(WatchedKey watched, long hour) {
        return hour >= idleFrom(watched);
    }

    /** The hour in which a key will have been idle for too long, if it stays silent. */
    private long idleFrom(WatchedKey watched) {
        long last = grid.hourOf(watched.history().now());
        return last + (watched.open() ? IDLE_OPEN_HOURS : IDLE_CLOSED_HOURS) + 1;
    }

    private void review(WatchedKey watched) {
        reviews.set(watched.key(), idleFrom(watched));
    }

    private void forget(WatchedKey watched) {
        var key = watched.key();
        keys.remove(key);
        surging.remove(key);
        views.put(key.view(), views.of(key.view()).withoutKey());
    }
}
