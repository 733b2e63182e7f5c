package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Fourteen years of daily notifications of one disease in one region with fifteen outbreaks, as Watkins et al. 2008 describe their
 * data (doi 10.1186/1472-6947-8-37; Ross River virus in Western Australia, 1991 to 2004): their counts are not public, so that
 * rate, season and the outbreaks' shape are ours. Sparse counts, over-dispersed, with a season of the year; outbreaks last weeks to
 * months, and rise and fall slowly.
 *
 * @param counts by day
 * @param outbreaks first and last day of each, in order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DailySeries(int[] counts, List<Outbreak> outbreaks) {
    static final int DAYS = 14 * 365;
    private static final int OUTBREAKS = 15;
    private static final int WARM_UP = 70;
    private static final double PER_DAY = 0.5;
    private static final double DISPERSION = 0.05;
    private static final double SEASON = 0.4;
    private static final int SHORTEST = 28;
    private static final int LONGEST = 120;
    private static final double SMALLEST = 2;
    private static final double LARGEST = 8;

    /** An outbreak's first and last day. */
    record Outbreak(int first, int last) {
        boolean has(int day) {
            return day >= first && day <= last;
        }
    }

    static DailySeries of(long seed) {
        var dice = new Dice(seed);
        var means = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            means[day] = PER_DAY * StrictMath.exp(SEASON * StrictMath.cos(2 * StrictMath.PI * day / 365));
        }
        var outbreaks = new ArrayList<Outbreak>();
        int room = (DAYS - WARM_UP) / OUTBREAKS;
        for (int i = 0; i < OUTBREAKS; i++) {
            int length = SHORTEST + dice.below(LONGEST - SHORTEST);
            int first = WARM_UP + i * room + dice.below(room - length - WARM_UP);
            double peak = SMALLEST * StrictMath.pow(LARGEST / SMALLEST, dice.uniform());
            for (int day = 0; day < length; day++) {
                means[first + day] += peak * StrictMath.sin(StrictMath.PI * (day + 0.5) / length);
            }
            outbreaks.add(new Outbreak(first, first + length - 1));
        }
        var counts = new int[DAYS];
        for (int day = 0; day < DAYS; day++) {
            counts[day] = dice.poisson(means[day] * dice.factor(DISPERSION));
        }
        return new DailySeries(counts, outbreaks);
    }

    /** The reports of a day, each by a person of its own from the one region. */
    List<Account> reports(int day) {
        return Collections.nCopies(counts[day], new Account("R", List.of(), Optional.empty(), 0));
    }

    /** The bucket that a day's reports come in. */
    static long noon(int day) {
        return (long) day * Background.BUCKETS_PER_DAY + Background.BUCKETS_PER_DAY / 2;
    }

    boolean isOutbreak(int day) {
        return outbreaks.stream().anyMatch(outbreak -> outbreak.has(day));
    }
}
