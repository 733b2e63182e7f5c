package dzvin.detector.core.decide;

import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.campaign.CampaignDesk;
import dzvin.detector.core.campaign.Crowd;
import dzvin.detector.core.campaign.EarlyDesk;
import dzvin.detector.core.campaign.Signals;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.StateBasis;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.EarlyWatch;
import dzvin.detector.core.watch.OpenCells;
import dzvin.detector.core.watch.Samples;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The one totally ordered stage: closed buckets in, decisions out. Within a bucket keys come in their order; what needs no report,
 * such as a campaign's end, is decided when an hour ends, whether or not anything was reported meanwhile. Used by one thread.
 */
public final class DecisionStage {
    private static final TableSpec<StreamClock> CLOCK = TableSpec.forRestart("stream-clock", new StreamClock.Codec());
    private static final String ONLY = "clock";

    /** What it keeps. */
    public static final List<TableSpec<?>> TABLES = Stream.of(
                    Watch.TABLES, List.of(Samples.TABLE, CLOCK), CampaignDesk.TABLES, EarlyDesk.TABLES)
            .<TableSpec<?>>flatMap(List::stream)
            .toList();

    private final TimeGrid grid;
    private final StateBasis basis;
    private final Table<StreamClock> clocks;
    private final Exposure stream;
    private final Watch watch;
    private final CampaignDesk campaigns;
    private final OpenCells open;
    private final EarlyWatch earlyWatch;
    private final EarlyDesk early;
    private final Signals signals;
    private StreamClock clock;
    private long closedThrough;

    /** Of which everything is wanted. */
    public DecisionStage(Policy policy, Tables tables, Labels labels) {
        this(policy, tables, labels, Wanted.EVERYTHING);
    }

    public DecisionStage(Policy policy, Tables tables, Labels labels, Wanted wanted) {
        this.signals = new Signals(policy);
        this.grid = TimeGrid.of(policy.bucket());
        this.basis = StateBasis.of(policy);
        this.clocks = tables.table(CLOCK);
        var kept = clocks.get(ONLY);
        this.clock = kept == null ? StreamClock.NEW : kept.on(basis);
        this.stream = kept == null ? new Exposure(policy) : kept.stream(policy);
        this.closedThrough = clock.closedThrough();
        var samples = new Samples(grid, stream.hour(), tables);
        this.watch = new Watch(policy, stream, samples, tables);
        this.campaigns = new CampaignDesk(policy, watch, stream, labels, tables, wanted);
        this.open = new OpenCells(closedThrough);
        this.earlyWatch = new EarlyWatch(policy, stream, watch, open);
        this.early = new EarlyDesk(policy, watch, open, campaigns, labels, tables);
    }

    /** Decides on a bucket, and on the empty ones before it. A bucket that was decided on before is passed over. */
    public List<Decision> close(ClosedBucket bucket) {
        if (bucket.bucket() <= closedThrough) {
            return List.of();
        }
        var decisions = new ArrayList<Decision>();
        if (!stream.isRunning()) {
            stream.begin(grid.hourOf(bucket.bucket()));
            beginHour();
        }
        while (stream.hour() < grid.hourOf(bucket.bucket())) {
            endHour(decisions);
        }
        decideOn(bucket, decisions);
        if (grid.hourOf(bucket.bucket() + 1) > stream.hour()) {
            endHour(decisions);
        }
        closedThrough = bucket.bucket();
        if (clocks.keeps()) {
            clocks.put(ONLY, clock.closed(closedThrough, stream.running()));
        }
        return decisions;
    }

    private void beginHour() {
        if (clocks.keeps()) {
            clock = StreamClock.of(stream, basis);
        }
    }

    /** What a key of a closed view has counted so far in a bucket of a source partition that is open: what can be said of it early. */
    public List<Decision> open(int source, KeyCell cell) {
        if (!open.put(source, cell) || early.hasSaid(cell.key())) {
            return List.of();
        }
        return earlyWatch
                .surge(cell.key(), cell.bucket())
                .map(surge -> early.say(surge, cell.bucket()))
                .orElse(List.of());
    }

    /** After each bucket that was decided on: what came of what was said early. */
    public Settlement settle(ClosedBucket bucket, List<Decision> decisions) {
        open.close(bucket.bucket());
        return early.settle(bucket.bucket(), decisions);
    }

    /** Newest bucket that was decided on, {@link Long#MIN_VALUE} before the first. */
    public long closedThrough() {
        return closedThrough;
    }

    /** Keys that had to be forgotten since this began, since there were too many. */
    public long forgottenKeys() {
        return watch.forgottenKeys();
    }

    /** Whether no surge and no campaign is open, so that silence has nothing left to decide. */
    public boolean isCalm() {
        return watch.surging().isEmpty() && campaigns.isCalm();
    }

    private void decideOn(ClosedBucket closed, List<Decision> decisions) {
        watch.live(closed.live());
        var late = new TreeSet<ViewKey>();
        closed.late().forEach(cell -> late.add(catchUp(cell, closed.bucket())));
        closed.earlier().forEach(cell -> catchUp(cell, closed.bucket()));
        var begun = new ArrayList<WatchedKey>();
        var surging = new HashSet<ViewKey>();
        watch.samples().expect(closed.cells());
        for (KeyCell cell : closed.cells()) {
            var watched = watch.take(cell);
            if (watched.surge().isPresent()) {
                surging.add(watched.key());
                if (watched.surge().get().since() == closed.bucket()) {
                    begun.add(watched);
                }
            }
        }
        watch.samples().endBucket();
        var followed = campaigns.decide(closed.bucket(), begun, surging);
        begun.forEach(surge -> decisions.add(signal(surge, closed.bucket())));
        decisions.addAll(followed);
        if (!late.isEmpty()) {
            decisions.addAll(campaigns.amend(closed.bucket(), Set.copyOf(late)));
        }
    }

    private ViewKey catchUp(KeyCell cell, long now) {
        watch.catchUp(cell, now);
        return cell.key();
    }

    private void endHour(List<Decision> decisions) {
        long hour = stream.hour();
        watch.endHour(hour);
        decisions.addAll(campaigns.endHour(grid.firstBucketOf(hour + 1) - 1));
        stream.nextHour();
        beginHour();
    }

    private SurgeSignal signal(WatchedKey watched, long bucket) {
        long from = watched.surge().orElseThrow().from();
        var people = Crowd.of(watch.samples(), List.of(watched.key()), grid.hourOf(from), grid.hourOf(bucket));
        return signals.of(watched, people, bucket, campaigns.campaignOf(watched.key()));
    }
}
