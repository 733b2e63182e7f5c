package dzvin.detector.core.watch;

import dzvin.detector.core.baseline.Baseline;
import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.baseline.ViewKnowledge;
import dzvin.detector.core.scan.HourChance;
import dzvin.detector.core.scan.NegativeBinomial;
import dzvin.detector.core.scan.ShiryaevRoberts;
import dzvin.detector.core.scan.SurgeEvidence;
import dzvin.detector.core.time.TimeGrid;
import java.util.Optional;

/** Looks at a key of a closed view over all starts at once. No more of the past is looked at than the longest scale holds: older counts may be forgotten. */
final class StartScan {
    private static final long WEEK_HOURS = 7L * 24;

    private final TimeGrid grid;
    private final Baseline baseline;
    private final Exposure stream;
    private final long longestHours;

    StartScan(TimeGrid grid, Baseline baseline, Exposure stream) {
        this.grid = grid;
        this.baseline = baseline;
        this.stream = stream;
        this.longestHours = baseline.buckets(baseline.scales() - 1) / grid.bucketsPerHour();
    }

    /**
     * The surge of a closed view's key that has just counted something in a bucket, dated from the likeliest start.
     *
     * @param share how often a week chance may bring as much evidence
     */
    Optional<Surge> surge(WatchedKey watched, ViewKnowledge view, long bucket, double share) {
        return watched.starts().flatMap(evidence -> surge(evidence, watched, view, bucket, share));
    }

    private Optional<Surge> surge(
            ShiryaevRoberts evidence, WatchedKey watched, ViewKnowledge view, long bucket, double share) {
        var chance = baseline.byTheHour(watched.history(), view);
        long hour = grid.hourOf(bucket);
        takeHoursBefore(hour, evidence, watched, chance);
        long first = grid.firstBucketOf(hour);
        double sum = evidence.with(
                watched.history().peopleBetween(first, bucket + 1),
                exposure(first, bucket + 1),
                stream.ofHour(hour),
                chance,
                WEEK_HOURS / share);
        double perWeek = WEEK_HOURS / sum;
        return perWeek <= share ? Optional.of(likeliest(watched, view, bucket, perWeek)) : Optional.empty();
    }

    /** Those that have ended since the key was last looked at; after a silence of the longest scale evidence begins anew. */
    private void takeHoursBefore(long hour, ShiryaevRoberts evidence, WatchedKey watched, HourChance chance) {
        if (evidence.hour() < hour - longestHours) {
            evidence.begin(hour);
        }
        watched.history().forEachHour(evidence.hour(), hour, grid.bucketsPerHour(), (busy, people) -> {
            takeQuiet(busy, evidence, chance);
            // Late reports of an outage: nothing can be expected of its hours.
            if (stream.ofHour(busy) > 0) {
                evidence.busy(people, stream.ofHour(busy), chance);
            }
        });
        takeQuiet(hour, evidence, chance);
    }

    private void takeQuiet(long until, ShiryaevRoberts evidence, HourChance chance) {
        while (evidence.hour() < until) {
            long next = Math.min(until, evidence.nextDay());
            evidence.quiet(next, stream.atHour(next) - stream.atHour(evidence.hour()), chance);
        }
    }

    private Surge likeliest(WatchedKey watched, ViewKnowledge view, long bucket, double perWeek) {
        long hour = grid.hourOf(bucket);
        var likeliest = since(hour, watched, view, bucket, perWeek);
        // What a campaign that has ended told of is no part of the evidence.
        long oldest = Math.max(hour - longestHours + 1, grid.hourOf(Math.min(watched.toldUntil(), bucket)));
        for (long start = hour - 1; start >= oldest; start--) {
            var surge = since(start, watched, view, bucket, perWeek);
            likeliest = surge.logEvidence() > likeliest.logEvidence() ? surge : likeliest;
        }
        return likeliest;
    }

    private Surge since(long start, WatchedKey watched, ViewKnowledge view, long bucket, double perWeek) {
        long from = grid.firstBucketOf(start);
        long to = bucket + 1;
        long people = watched.history().peopleBetween(from, to);
        double hours = (double) (to - from) / grid.bucketsPerHour();
        NegativeBinomial chance = baseline.expected(watched.history(), false, view, exposure(from, to), hours);
        double evidence = people > chance.mean() ? SurgeEvidence.log(people, chance) : Double.NEGATIVE_INFINITY;
        return new Surge(bucket, scaleOf(to - from), from, people, chance.mean(), evidence, perWeek);
    }

    /** The shortest scale that is as long, or the longest. */
    private int scaleOf(long buckets) {
        int scale = 0;
        while (scale < baseline.scales() - 1 && baseline.buckets(scale) < buckets) {
            scale++;
        }
        return scale;
    }

    private double exposure(long from, long to) {
        return stream.atBucket(to) - stream.atBucket(from);
    }
}
