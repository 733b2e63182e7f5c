package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A planted campaign: its reports, and when they themselves pass the policy's bounds of a mass effort. Used by one thread. */
final class Plant {
    private static final int WINDOW_HOURS = 72;
    private static final int PEOPLE = 50;
    private static final int REGIONS = 5;
    private static final double EFFECTIVE_REGIONS = 3;
    private static final double FIRST_PER_DAY = 6;
    private static final int FIRST_REGIONS = 2;
    private static final double HOURS_TO_SPREAD = 72;

    /**
     * @param name in tables
     * @param doublingHours until the peak
     * @param peakPerDay reports a day at the peak
     * @param regions that it reaches, of all
     * @param freshShare share of calls from a number never used before
     * @param words features, one of which each report has; {@code f0} to {@code f6} are everyday ones
     */
    record Shape(
            String name, double doublingHours, double peakPerDay, int regions, double freshShare, List<String> words) {}

    private final Shape shape;
    private final long begin;
    private final Dice dice;
    private final TreeMap<Long, Map<String, Long>> byHour = new TreeMap<>();
    private OptionalLong firstReport = OptionalLong.empty();
    private OptionalLong massAt = OptionalLong.empty();

    Plant(Shape shape, long begin, long seed) {
        this.shape = shape;
        this.begin = begin;
        this.dice = new Dice(seed);
    }

    /** Its reports in a bucket; buckets must be asked for in order. */
    List<Account> bucket(long bucket) {
        if (bucket < begin) {
            return List.of();
        }
        double hours = (bucket - begin) / 12.0;
        double perDay = Math.min(shape.peakPerDay(), FIRST_PER_DAY * StrictMath.pow(2, hours / shape.doublingHours()));
        int count = dice.poisson(perDay / Background.BUCKETS_PER_DAY * Background.rhythm(bucket));
        double spread = Math.min(1, hours / HOURS_TO_SPREAD);
        int reach = Math.min(
                shape.regions(), FIRST_REGIONS + (int) (spread * Math.max(0, shape.regions() - FIRST_REGIONS)));
        var accounts = new ArrayList<Account>();
        for (int i = 0; i < count; i++) {
            accounts.add(account("R" + dice.below(reach)));
        }
        note(bucket, accounts);
        return accounts;
    }

    private Account account(String region) {
        boolean fresh = dice.uniform() < shape.freshShare();
        var word = shape.words().size() == 1
                ? shape.words().get(0)
                : shape.words().get(dice.below(shape.words().size()));
        var number = "+38067" + (fresh ? dice.below(10_000_000) : 10_000_000 + dice.below(3));
        return new Account(region, List.of(word), Optional.of(number), 0);
    }

    private void note(long bucket, List<Account> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        firstReport = firstReport.isEmpty() ? OptionalLong.of(bucket) : firstReport;
        var regions = byHour.computeIfAbsent(bucket / 12, any -> new TreeMap<>());
        accounts.forEach(account -> regions.merge(account.region(), 1L, Long::sum));
        if (massAt.isEmpty() && isMass(bucket)) {
            massAt = OptionalLong.of(bucket);
        }
    }

    private boolean isMass(long bucket) {
        var regions = new TreeMap<String, Long>();
        byHour.tailMap(bucket / 12 - WINDOW_HOURS)
                .values()
                .forEach(hour -> hour.forEach((region, count) -> regions.merge(region, count, Long::sum)));
        double people = regions.values().stream().mapToLong(Long::longValue).sum();
        double entropy = regions.values().stream()
                .mapToDouble(count -> -count / people * StrictMath.log(count / people))
                .sum();
        boolean lasts = bucket - firstReport.orElse(bucket) >= WINDOW_HOURS * 12L;
        return people >= PEOPLE
                && regions.values().stream().filter(count -> count >= 2).count() >= REGIONS
                && StrictMath.exp(entropy) >= EFFECTIVE_REGIONS
                && (lasts || shape.doublingHours() <= 48);
    }

    /** Bucket of its first report. */
    OptionalLong firstReport() {
        return firstReport;
    }

    /** Bucket in which the planted reports themselves first passed all bounds of MASS. */
    OptionalLong massAt() {
        return massAt;
    }
}
