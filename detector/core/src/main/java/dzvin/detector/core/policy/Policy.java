package dzvin.detector.core.policy;

import dzvin.detector.core.view.View;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the detector looks at and when it rings: the parsed policy file.
 *
 * @param name the policy's own name
 * @param digest SHA-256 over the effective settings, so that two alerts of one digest were rung by one rule
 * @param bucket the smallest time cell, divides an hour evenly
 * @param grace how long after its end a bucket stays open for reports that are out of order
 * @param dedupHorizon within which the same report id counts once
 * @param views ways of grouping that are watched
 * @param scales window lengths that are scanned, ascending, multiples of the bucket, at most 7 days
 * @param falseAlarmsPerWeek the budget of the whole system
 * @param earlyAlerts whether an alert may come before its bucket has closed; the final ones are the same either way
 * @param calendar what the time of a report means
 * @param baseline how baselines are learned
 * @param stages bounds of the stages
 * @param population inhabitants by region code, may be empty
 */
public record Policy(
        String name,
        String digest,
        Duration bucket,
        Duration grace,
        Duration dedupHorizon,
        List<View> views,
        List<Duration> scales,
        double falseAlarmsPerWeek,
        boolean earlyAlerts,
        Calendar calendar,
        Learning baseline,
        StageBounds stages,
        SortedMap<String, Long> population) {
    public Policy {
        views = List.copyOf(views);
        scales = List.copyOf(scales);
        population = Collections.unmodifiableSortedMap(new TreeMap<>(population));
    }

    /** The views that are watched, and the whole stream, which tells how busy a time is and where data are missing. */
    public List<View> countedViews() {
        return Stream.concat(views.stream(), Stream.of(View.ALL)).distinct().toList();
    }

    /** The same, with final alerts only. They name the policy as this one does, for they are the same ones. */
    public Policy withoutEarlyAlerts() {
        return new Policy(
                name,
                digest,
                bucket,
                grace,
                dedupHorizon,
                views,
                scales,
                falseAlarmsPerWeek,
                false,
                calendar,
                baseline,
                stages,
                population);
    }

    /** How alerts name the policy in force. */
    public String reference() {
        return name + "@" + digest;
    }

    /**
     * @param zone in which hours and days are counted
     * @param holidays days on which people call and complain as on a Sunday
     */
    public record Calendar(ZoneId zone, SortedSet<LocalDate> holidays) {
        public Calendar {
            holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
        }
    }

    /**
     * @param after how long a count is kept out of the baseline, so that a surge is seen before it is learned
     * @param halfLife after which a count weighs half
     * @param grey how much history there must be before anything rings
     */
    public record Learning(Duration after, Duration halfLife, Duration grey) {}

    /**
     * Bounds on what a campaign has beyond its baseline.
     *
     * @param spreading when a campaign counts as spreading
     * @param mass when it has become a mass effort
     * @param subsidingAfter how long nothing new may come before it subsides
     * @param endedAfter how long nothing new may come before it has ended
     */
    public record StageBounds(Spreading spreading, Mass mass, Duration subsidingAfter, Duration endedAfter) {}

    /**
     * @param people different people beyond the baseline
     * @param regions regions with at least two of them
     */
    public record Spreading(int people, int regions) {}

    /**
     * A mass effort: all of people, regions and effective regions within the window, and growth or persistence.
     *
     * @param people different people beyond the baseline
     * @param regions regions with at least two of them
     * @param effectiveRegions exp of the Shannon entropy of the regions' shares
     * @param within the window in which these are counted
     * @param doubling growth: at most this long to double
     * @param persistence persistence: going on for at least this long
     */
    public record Mass(
            int people,
            int regions,
            double effectiveRegions,
            Duration within,
            Duration doubling,
            Duration persistence) {}
}
