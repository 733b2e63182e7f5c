package dzvin.bench.quality;

import java.util.Arrays;
import java.util.List;

/**
 * Callers of everyday calls: many numbers are used once, the others are taken from a pool by Zipf's law, as a few call centres bring
 * most of the calls that come from numbers heard before. Used by one thread.
 */
final class NumberPool {
    private static final int SIZE = 2_000;
    private static final int SUBSCRIBERS = 1_000_000_000;
    private static final double FRESH = 0.7;

    private final Dice dice;
    private final double[] cumulated = new double[SIZE];

    NumberPool(long seed) {
        dice = new Dice(seed);
        double sum = 0;
        for (int rank = 0; rank < SIZE; rank++) {
            sum += 1.0 / (rank + 1);
            cumulated[rank] = sum;
        }
    }

    /** The same reports, each with a number. */
    List<Account> told(List<Account> accounts) {
        return accounts.stream().map(account -> account.withNumber(number())).toList();
    }

    private String number() {
        if (dice.uniform() < FRESH) {
            return Text.of("+1%09d", dice.below(SUBSCRIBERS));
        }
        double at = dice.uniform() * cumulated[SIZE - 1];
        int rank = Arrays.binarySearch(cumulated, at);
        return Text.of("+2%05d0000", rank < 0 ? -rank - 1 : rank);
    }
}
