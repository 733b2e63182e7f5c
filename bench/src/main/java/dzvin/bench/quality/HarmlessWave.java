package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A surge that is no mass effort, drawn at random: a flood of reports from fewer people than the policy's bound, or a wave of
 * reports about calls of more than a day ago. Size, speed, people, regions, words and numbers all differ from wave to wave.
 */
final class HarmlessWave {
    private static final int MOST_PEOPLE = 49;
    private static final double FEWEST_REPORTS = 50;
    private static final double MOST_REPORTS = 600;
    private static final double LONGEST_HOURS = 96;
    private static final double OLDEST_HOURS = 90 * 24;
    private static final double DAY_HOURS = 24.1;
    private static final double HOUR_MILLIS = 3_600_000;
    private static final int FEW_NUMBERS = 10;
    private static final double DOUBLINGS = 5;

    /** What kind of surge. */
    enum Kind {
        FEW_REPORTERS,
        CATCH_UP
    }

    private final Kind kind;
    private final Dice dice;
    private final int reports;
    private final int people;
    private final int regions;
    private final boolean roaming;
    private final String feature;
    private final int numbers;
    private final boolean growing;
    private final double hours;

    HarmlessWave(Kind kind, StreamShape background, long seed) {
        this.kind = kind;
        this.dice = new Dice(seed);
        this.reports = (int) between(FEWEST_REPORTS, MOST_REPORTS);
        this.people = kind == Kind.FEW_REPORTERS ? (int) between(1, MOST_PEOPLE + 1.0) : reports;
        this.regions = 1 + dice.below(background.regions());
        this.roaming = dice.below(4) == 0;
        this.feature = dice.below(2) == 0 ? "new" : "f" + dice.below(background.features());
        this.numbers = dice.below(3) == 0 ? reports : dice.below(2) == 0 ? 1 : FEW_NUMBERS;
        this.growing = dice.below(2) == 0;
        this.hours = between(1, LONGEST_HOURS);
    }

    /** Uniform in the logarithm. */
    private double between(double least, double most) {
        return least * StrictMath.pow(most / least, dice.uniform());
    }

    /** Its reports by bucket. */
    NavigableMap<Long, List<Account>> from(long begin) {
        var byBucket = new TreeMap<Long, List<Account>>();
        for (int i = 0; i < reports; i++) {
            double share = growing ? 1 + log2(dice.uniform()) / DOUBLINGS : dice.uniform();
            long bucket = begin + (long) (Math.max(0, share) * hours * 12);
            byBucket.computeIfAbsent(bucket, any -> new ArrayList<>()).add(account(i));
        }
        return byBucket;
    }

    private static double log2(double x) {
        return StrictMath.log(Math.max(x, 1e-9)) / StrictMath.log(2);
    }

    private Account account(int index) {
        int person = kind == Kind.FEW_REPORTERS ? dice.below(people) : index;
        int region = roaming ? dice.below(regions) : person % regions;
        var number = "+38067" + (numbers == reports ? dice.below(10_000_000) : dice.below(numbers));
        double age = kind == Kind.CATCH_UP ? between(DAY_HOURS, OLDEST_HOURS) : 0;
        return new Account(
                "R" + region,
                List.of(feature),
                Optional.of(number),
                (long) (age * HOUR_MILLIS),
                Optional.of("wave-" + person));
    }

    /** The bucket after its last. */
    long end(long begin) {
        return begin + (long) (hours * 12) + 1;
    }

    @Override
    public String toString() {
        return Text.of(
                "%s: %d reports, %d people, %d regions%s, %s, %d numbers, %s over %.0f h",
                kind,
                reports,
                people,
                regions,
                roaming ? " roaming" : "",
                feature,
                numbers,
                growing ? "growing" : "even",
                hours);
    }
}
