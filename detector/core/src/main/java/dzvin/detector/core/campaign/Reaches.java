package dzvin.detector.core.campaign;

import dzvin.detector.core.count.Voice;
import dzvin.detector.core.decide.Estimate;
import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.scan.NegativeBinomial;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far a campaign reaches, for the policy's bounds: the people that are surely its own, in all and by region.
 *
 * <p>Of what was counted in all, what chance is expected to bring is taken off, and {@value #SURE} standard deviations of it. A region takes
 * part if chance brings as many people to it in at most {@value #RARELY} of cases, and then with what it has beyond its
 * expectation. For a stage is called for good: the everyday reports of its keys must not lift a campaign over a bound
 * that it has not reached itself. Where nothing is expected, as with words never heard before, everybody counts. While a broadcast lives, chance is
 * expected to bring as many times the usual as most of the stream does.
 */
final class Reaches {
    private static final double SURE = 2;
    private static final double RARELY = 0.01;
    private static final double LEAST_MEAN = 1e-6;
    /** Two people, of which nearly none was to be expected. */
    private static final double TWO_PEOPLE = 1.5;

    private final Policy policy;
    private final Watch watch;
    private final TimeGrid grid;
    private final CommonLift common;

    Reaches(Policy policy, Watch watch, TimeGrid grid, CommonLift common) {
        this.policy = policy;
        this.watch = watch;
        this.grid = grid;
        this.common = common;
    }

    /**
     * @param countsFrom milliseconds; nothing before counts
     * @param everythingRises whether a broadcast lives: what everything rises by is then no campaign's own
     */
    StageRule.Reach of(
            CoreKeys core,
            Crowd crowd,
            Onset onset,
            long countsFrom,
            long bucket,
            Optional<Estimate> doubling,
            boolean everythingRises) {
        long onsetHour = onset.at() / TimeGrid.HOUR_MILLIS;
        long within = grid.hourOf(bucket) - policy.stages().mass().within().toHours();
        long from = Math.max(Math.max(onsetHour, within), Math.min(hourFrom(countsFrom), grid.hourOf(bucket)));
        var recent = crowd.since(from).ofFreshCalls();
        long first = grid.firstBucketOf(from);
        var window = new Window(first, bucket + 1, everythingRises ? common.between(first, bucket + 1) : 1);
        var regions = regions(core, recent, window);
        var chance = chance(core.widest(), window);
        return new StageRule.Reach(
                Math.max(0, recent.people() - chance.mean() - SURE * chance.deviation()),
                (int) regions.stream().filter(people -> people >= TWO_PEOPLE).count(),
                Shares.effective(regions),
                doubling,
                grid.endMillis(bucket) - onset.at());
    }

    /** The first whole hour. */
    private static long hourFrom(long millis) {
        return -Math.floorDiv(-millis, TimeGrid.HOUR_MILLIS);
    }

    /** People of each region beyond its everyday ones; regions that have no more than chance explains are left out. */
    private List<Double> regions(CoreKeys core, Crowd recent, Window window) {
        var people = new TreeMap<String, Headcount>();
        for (var hour : recent.hours().values()) {
            for (Voice voice : hour) {
                voice.digest()
                        .region()
                        .ifPresent(region -> people.computeIfAbsent(region, any -> new Headcount())
                                .add(voice.person()));
            }
        }
        var beyond = new ArrayList<Double>();
        people.forEach((region, persons) -> {
            long count = recent.scaled(persons.different());
            var chance = chance(within(region, core.widest()), window);
            if (count > chance.mean() && chance.tail(count) <= RARELY) {
                beyond.add(count - chance.mean());
            }
        });
        return beyond;
    }

    /** Those parts of keys that lie in a region, as far as they are watched; else the whole region. */
    private List<ViewKey> within(String region, List<ViewKey> keys) {
        var whole = new ViewKey("region", "region=" + region);
        var parts = new TreeSet<ViewKey>();
        for (ViewKey key : keys) {
            if (!key.view().contains("region")) {
                var part = new ViewKey("region+" + key.view(), whole.text() + "," + key.text());
                parts.add(watch.key(part).isPresent() ? part : whole);
            } else if (CoreKeys.isPartOf(key, whole)) {
                parts.add(key);
            }
        }
        return parts.contains(whole) ? List.of(whole) : List.copyOf(parts);
    }

    /** How many people chance may bring to several keys together: means and variances add up. */
    private NegativeBinomial chance(List<ViewKey> keys, Window window) {
        double mean = LEAST_MEAN;
        double extra = LEAST_MEAN * LEAST_MEAN;
        for (ViewKey key : keys) {
            var one = watch.chanceBetween(key, window.from(), window.to());
            mean += one.map(NegativeBinomial::mean).orElse(0.0);
            extra += one.map(chance -> chance.mean() * chance.mean() / chance.size())
                    .orElse(0.0);
        }
        return new NegativeBinomial(mean * window.lift(), mean * mean / extra);
    }

    /**
     * Buckets from one, inclusive, to another, exclusive.
     *
     * @param lift how many times the usual chance is expected to bring
     */
    private record Window(long from, long to, double lift) {}
}
