package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.Stage;
import java.util.ArrayList;
import java.util.List;

/** A national step: from one hour on everybody reports several times as much everywhere, as when a broadcast asked for it. */
final class StepStudy {
    private static final StreamShape BACKGROUND = StreamShape.overdispersed(25, 7, 400);
    private static final int QUIET_DAYS = 28;
    private static final int STEP_DAYS = 3;
    private static final int FIRST_SEED = 9_000;
    private static final double BUCKETS_PER_HOUR = 12;
    /** Ten in the morning. */
    private static final long BEGIN = (long) QUIET_DAYS * Background.BUCKETS_PER_DAY + 120;

    /** What rang since the step. */
    private record Outcome(List<Double> broadcasts, int raised, boolean mass) {}

    private StepStudy() {}

    static List<String> of(int tries) {
        var lines = new ArrayList<String>();
        lines.add("| times the usual | tries | called a broadcast | after hours: median (worst)"
                + " | without any other campaign | other campaigns in all | called MASS |");
        lines.add("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int times : new int[] {2, 3, 5}) {
            var outcomes = new ArrayList<Outcome>();
            for (int i = 0; i < tries; i++) {
                outcomes.add(run(times, FIRST_SEED + i));
            }
            lines.add(row(times, outcomes));
        }
        return lines;
    }

    private static Outcome run(int times, long seed) {
        var stream = new Background(BACKGROUND, seed);
        var bench = new Bench(BenchPolicy.withBudget(1));
        var broadcasts = new ArrayList<Double>();
        int raised = 0;
        boolean mass = false;
        for (long bucket = 0; bucket < BEGIN + (long) STEP_DAYS * Background.BUCKETS_PER_DAY; bucket++) {
            var accounts = new ArrayList<Account>();
            for (Account account : stream.bucket(bucket)) {
                for (int i = 0; i < (bucket < BEGIN ? 1 : times); i++) {
                    accounts.add(account);
                }
            }
            for (var decision : bench.close(bucket, accounts)) {
                if (decision instanceof CampaignAlert alert && bucket >= BEGIN) {
                    if (alert.kind() == Kind.BROADCAST) {
                        broadcasts.add((bucket + 1 - BEGIN) / BUCKETS_PER_HOUR);
                    }
                    raised += alert.kind() == Kind.RAISED ? 1 : 0;
                    mass |= alert.stage() == Stage.MASS;
                }
            }
        }
        return new Outcome(broadcasts, raised, mass);
    }

    private static String row(int times, List<Outcome> outcomes) {
        var called =
                outcomes.stream().filter(one -> !one.broadcasts().isEmpty()).toList();
        var delays = called.stream()
                .mapToDouble(one -> one.broadcasts().get(0))
                .sorted()
                .toArray();
        return Text.of(
                "| %d | %d | %d | %s | %d | %d | %d |",
                times,
                outcomes.size(),
                called.size(),
                delays.length == 0 ? "" : Text.of("%.1f (%.1f)", delays[delays.length / 2], delays[delays.length - 1]),
                outcomes.stream().filter(one -> one.raised() == 0).count(),
                outcomes.stream().mapToInt(Outcome::raised).sum(),
                outcomes.stream().filter(Outcome::mass).count());
    }
}
