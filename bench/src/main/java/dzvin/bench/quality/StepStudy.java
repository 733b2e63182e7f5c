package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

/** A national step: from one hour on everybody reports several times as much everywhere, as when a broadcast asked for it. */
final class StepStudy {
    private static final StreamShape BACKGROUND = StreamShape.overdispersed(25, 7, 400);
    private static final int QUIET_DAYS = 28;
    private static final int STEP_DAYS = 3;
    private static final int FIRST_SEED = 9_000;
    private static final double BUCKETS_PER_HOUR = 12;
    /** Ten in the morning. */
    private static final long BEGIN = (long) QUIET_DAYS * Background.BUCKETS_PER_DAY + 120;

    /**
     * What rang since the step.
     *
     * @param delay hours to the first broadcast; empty: none
     * @param broadcasts how many were called
     * @param before campaigns raised before the first one
     * @param after campaigns raised after it
     * @param apart campaigns that were never taken for a part of it
     * @param mass whether any was called MASS
     */
    private record Outcome(OptionalDouble delay, int broadcasts, int before, int after, int apart, boolean mass) {}

    private StepStudy() {}

    static List<String> of(int tries) {
        var lines = new ArrayList<String>();
        lines.add("| times the usual | tries | called a broadcast | after hours: median (worst) | called twice"
                + " | campaigns raised before it | after it | of all these, never taken into it | called MASS |");
        lines.add("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (double times : new double[] {1.5, 2, 3, 5}) {
            var outcomes = new ArrayList<Outcome>();
            for (int i = 0; i < tries; i++) {
                outcomes.add(run(times, FIRST_SEED + i));
            }
            lines.add(row(times, outcomes));
        }
        return lines;
    }

    private static Outcome run(double times, long seed) {
        var stream = new Background(BACKGROUND, seed);
        var bench = new Bench(BenchPolicy.withBudget(1));
        var delay = OptionalDouble.empty();
        var apart = new HashSet<UUID>();
        int broadcasts = 0;
        int before = 0;
        int after = 0;
        boolean mass = false;
        for (long bucket = 0; bucket < BEGIN + (long) STEP_DAYS * Background.BUCKETS_PER_DAY; bucket++) {
            for (var decision : bench.close(bucket, stream.bucket(bucket, bucket < BEGIN ? 1 : times))) {
                if (decision instanceof CampaignAlert alert && bucket >= BEGIN) {
                    if (alert.kind() == Kind.BROADCAST) {
                        delay = delay.isPresent() ? delay : OptionalDouble.of((bucket + 1 - BEGIN) / BUCKETS_PER_HOUR);
                        broadcasts++;
                    } else if (alert.kind() == Kind.RAISED) {
                        before += broadcasts == 0 ? 1 : 0;
                        after += broadcasts == 0 ? 0 : 1;
                        apart.add(alert.campaign());
                    }
                    alert.mergedFrom().forEach(apart::remove);
                    mass |= alert.stage() == Stage.MASS;
                }
            }
        }
        return new Outcome(delay, broadcasts, before, after, apart.size(), mass);
    }

    private static String row(double times, List<Outcome> outcomes) {
        var delays = outcomes.stream()
                .flatMapToDouble(one -> one.delay().stream())
                .sorted()
                .toArray();
        return Text.of(
                "| %.1f | %d | %d | %s | %d | %d | %d | %d | %d |",
                times,
                outcomes.size(),
                delays.length,
                delays.length == 0 ? "" : Text.of("%.1f (%.1f)", delays[delays.length / 2], delays[delays.length - 1]),
                outcomes.stream().filter(one -> one.broadcasts() > 1).count(),
                outcomes.stream().mapToInt(Outcome::before).sum(),
                outcomes.stream().mapToInt(Outcome::after).sum(),
                outcomes.stream().mapToInt(Outcome::apart).sum(),
                outcomes.stream().filter(Outcome::mass).count());
    }
}
