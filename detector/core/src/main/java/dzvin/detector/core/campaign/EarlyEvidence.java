package dzvin.detector.core.campaign;

import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.decide.Evidence;
import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.decide.SurgeSignal;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.OpenCells;
import dzvin.detector.core.watch.Samples;
import dzvin.detector.core.watch.WatchedKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is known of a surge while its bucket is open: one key's people, those of open buckets included. */
final class EarlyEvidence {
    private static final int MOST_CODES = 64;
    private static final int MOST_NUMBERS = 10;
    private static final int FEWEST_SHARED = 2;

    private final Samples samples;
    private final OpenCells open;
    private final TimeGrid grid;

    EarlyEvidence(Samples samples, OpenCells open, TimeGrid grid) {
        this.samples = samples;
        this.open = open;
        this.grid = grid;
    }

    Evidence of(WatchedKey watched, long bucket) {
        var surge = watched.surge().orElseThrow();
        return of(watched.key(), surge.from(), surge.expected(), surge.logEvidence(), bucket);
    }

    /** @param from first bucket of the window */
    Evidence of(ViewKey key, long from, double expected, double logEvidence, long bucket) {
        var crowd = crowd(key, from, bucket);
        var voices = crowd.voices();
        long at = grid.endMillis(bucket);
        long start = grid.startMillis(from);
        var regions = Shares.tally(crowd, Shares::regionOf);
        var numbers =
                Shares.tally(crowd, voice -> voice.digest().number().stream().toList());
        long withheld = voices.stream()
                .filter(voice -> voice.digest().number().isEmpty())
                .count();
        long old =
                voices.stream().filter(voice -> voice.digest().calledLongAgo()).count();
        return new Evidence(
                new Onset(start, start, at),
                start,
                at,
                crowd.reports(),
                Math.min(expected, crowd.reports()),
                crowd.people(),
                crowd.scaled(numbers.size()),
                crowd.scaled(withheld),
                Shares.effective(regions.values()),
                voices.isEmpty() ? 0 : (double) old / voices.size(),
                Shares.count(crowd, Shares::regionOf, code -> 0, MOST_CODES),
                Shares.count(crowd, voice -> voice.digest().features(), code -> 0, MOST_CODES),
                Shares.count(crowd, voice -> voice.digest().family().stream().toList(), code -> 0, MOST_NUMBERS),
                Shares.count(crowd, voice -> voice.digest().number().stream().toList(), code -> 0, MOST_NUMBERS),
                Optional.empty(),
                Math.min(Double.MAX_VALUE, StrictMath.exp(logEvidence)),
                crowd.sample());
    }

    SurgeSignal signal(WatchedKey watched, Duration scale, long bucket) {
        var surge = watched.surge().orElseThrow();
        var crowd = crowd(watched.key(), surge.from(), bucket);
        long from = grid.startMillis(surge.from());
        long at = grid.endMillis(bucket);
        return new SurgeSignal(
                watched.key(),
                scale,
                at,
                new Onset(from, from, at),
                from,
                crowd.reports(),
                surge.expected(),
                surge.people(),
                surge.people() / surge.expected(),
                Math.min(Double.MAX_VALUE, StrictMath.exp(surge.logEvidence())),
                false,
                Optional.empty(),
                crowd.sample());
    }

    /** Whether a surge shares half of the smaller one's reports with another key. */
    boolean sameCalls(WatchedKey surge, ViewKey other, long bucket) {
        long from = surge.surge().orElseThrow().from();
        var mine = crowd(surge.key(), from, bucket);
        var theirs = crowd(other, from, bucket);
        long bound = Long.compareUnsigned(mine.bound(), theirs.bound()) < 0 ? mine.bound() : theirs.bound();
        var shared = mine.reportsBelow(bound);
        int smaller = Math.min(shared.size(), theirs.reportsBelow(bound).size());
        shared.retainAll(theirs.reportsBelow(bound));
        return shared.size() >= FEWEST_SHARED && 2 * shared.size() >= smaller;
    }

    private Crowd crowd(ViewKey key, long from, long bucket) {
        var crowd = Crowd.of(samples, List.of(key), grid.hourOf(from), grid.hourOf(bucket));
        for (KeyCell cell : open.of(key, bucket)) {
            crowd = crowd.with(grid.hourOf(cell.bucket()), cell.cell());
        }
        return crowd;
    }
}
