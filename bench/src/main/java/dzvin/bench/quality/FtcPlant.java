package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A campaign planted into the FTC's days; each later day brings half as many reports again. Used by one thread. */
final class FtcPlant {
    private static final int DAYS = 6;
    private static final double GROWTH = 1.5;
    private static final int POOL = 100;
    private static final int FRESH = 900_000;
    private static final int ENOUGH = 5;

    /**
     * @param perDay reports on its first day
     * @param regions that it reaches
     * @param freshShare share of calls from a number that is used about once, each of a block of its own; else one of a hundred
     *     neighbours
     */
    record Shape(int perDay, int regions, double freshShare) {}

    private final Shape shape;
    private final int index;
    private final int firstDay;
    private final Set<String> ids = new TreeSet<>();

    /** @param index tells the planted campaigns of a run apart: each has numbers of its own */
    FtcPlant(Shape shape, int index, int firstDay) {
        this.shape = shape;
        this.index = index;
        this.firstDay = firstDay;
    }

    Shape shape() {
        return shape;
    }

    int firstDay() {
        return firstDay;
    }

    /** Adds its reports of a day. */
    void add(int day, List<String> codes, Dice dice, Map<Long, List<Account>> byBucket) {
        int age = day - firstDay;
        if (age < 0 || age >= DAYS) {
            return;
        }
        int count = (int) (shape.perDay() * StrictMath.pow(GROWTH, age));
        for (int i = 0; i < count; i++) {
            var region = codes.get((index * 7 + dice.below(shape.regions())) % codes.size());
            boolean fresh = dice.uniform() < shape.freshShare();
            int number = fresh ? 1000 * dice.below(FRESH) : dice.below(POOL);
            var account = new Account(region, List.of(), Optional.of(Text.of("+19%d%09d", index, number)), 0);
            byBucket.computeIfAbsent(FtcStudy.hour(day, dice), any -> new ArrayList<>())
                    .add(account);
        }
    }

    /** Whether a report is one of its own; remembers its id. */
    void note(String id, Account account) {
        if (account.number().orElse("").startsWith("+19" + index)) {
            ids.add(id);
        }
    }

    /** Whether many of an alert's sample of reports are its own. */
    boolean isIn(List<String> sample) {
        return sample.stream().filter(ids::contains).count() >= Math.min(ENOUGH, (sample.size() + 1) / 2);
    }
}
