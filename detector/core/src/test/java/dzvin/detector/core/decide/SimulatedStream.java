package dzvin.detector.core.decide;

import dzvin.detector.core.Chance;
import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Closed buckets of an hour each: everyday reports of eight regions and three features, and what a test adds. */
final class SimulatedStream {
    static final long HOUR = 3_600_000;
    private static final long FIRST_HOUR = 20_100 * 24L;
    private static final int REGIONS = 8;

    private final Chance chance;
    private final double perHour;
    private long reports;

    SimulatedStream(long seed, double perHour) {
        this.chance = new Chance(seed);
        this.perHour = perHour;
    }

    /** One report to add. */
    record Extra(int region, String feature, Optional<String> number, long person, long ageMillis) {
        /** One, or several with commas between. */
        List<String> features() {
            return List.of(feature.split(",", -1));
        }
    }

    static long hourAt(int hour) {
        return (FIRST_HOUR + hour) * HOUR;
    }

    /** The bucket of an hour, with everyday reports and these. */
    ClosedBucket hour(int hour, List<Extra> extras) {
        var all = new ArrayList<>(extras);
        all.addAll(usual(perHour));
        long bucket = FIRST_HOUR + hour;
        var cells = new TreeMap<ViewKey, Cell>();
        for (Extra extra : all) {
            var cell = cell(extra, bucket * HOUR);
            var region = "region=R" + extra.region();
            cells.merge(new ViewKey("all", "all"), cell, Cell::merge);
            cells.merge(new ViewKey("region", region), cell, Cell::merge);
            for (String feature : extra.features()) {
                cells.merge(new ViewKey("feature", "feature=" + feature), cell, Cell::merge);
                cells.merge(new ViewKey("region+feature", region + ",feature=" + feature), cell, Cell::merge);
            }
        }
        var counted = cells.entrySet().stream()
                .map(key -> new KeyCell(key.getKey(), bucket, key.getValue()))
                .toList();
        return new ClosedBucket(bucket, counted, List.of(), List.of(), new TreeMap<>());
    }

    /** Everyday reports of an hour that brings so many on average. */
    List<Extra> usual(double mean) {
        int count = chance.poisson(mean);
        var usual = new ArrayList<Extra>();
        for (int i = 0; i < count; i++) {
            usual.add(fresh(chance.below(REGIONS), "f" + chance.below(3)));
        }
        return usual;
    }

    /** Reports of a campaign in an hour, by turns from all regions. */
    List<Extra> everywhere(int hour, int people, String feature) {
        return IntStream.range(0, people)
                .mapToObj(i -> fresh((hour * 3 + i) % REGIONS, feature))
                .toList();
    }

    /** A report of a person and a number that nobody has seen. */
    Extra fresh(int region, String feature) {
        long person = chance.below(Integer.MAX_VALUE) * 0x9e3779b97f4a7c15L;
        return new Extra(region, feature, Optional.of("+38050" + chance.below(10_000_000)), person, 0);
    }

    private Cell cell(Extra extra, long at) {
        var digest = new Digest(
                "r" + reports++,
                at,
                OptionalLong.of(at - extra.ageMillis()),
                extra.number(),
                Optional.of("R" + extra.region()),
                extra.features(),
                Optional.empty());
        return Cell.of(extra.person(), digest);
    }
}
